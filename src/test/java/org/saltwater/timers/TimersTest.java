package org.saltwater.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Alarms on one database, as nodes that come and go see them.
@Tag("crying")
class TimersTest {
  private static final String NAME = "test.alarm";

  private final HikariDataSource database = TestDatabase.fresh();
  private final TestClock clock = new TestClock();
  private final Queue<UUID> rung = new ConcurrentLinkedQueue<>();
  private final Queue<Scheduler> nodes = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    nodes.forEach(Scheduler::stop);
  }

  @Test
  void whatIsSetOnANodeThatIsGoneRingsOnceOnTimeHoweverManyNodesThereAre() {
    var due = clock.instant().plus(Duration.ofMinutes(20));
    var all = Stream.generate(UUID::randomUUID).limit(60).toList();
    var first = node();
    first.start();
    var timers = new Timers(first);
    all.forEach(each -> timers.set(NAME, each, due));
    timers.set(NAME, all.getFirst(), due);
    first.stop();

    var one = node();
    var other = node();
    one.start();
    other.start();
    clock.set(due.minusMillis(1));
    look(one, other);
    await().during(Duration.ofMillis(300)).until(rung::isEmpty);

    clock.set(due);
    await()
        .until(
            () -> {
              look(one, other);
              return left() == 0;
            });
    assertThat(rung).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void whatIsTakenBackWithItsTransactionNeverRings() {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    var timers = new Timers(node());
    transaction.executeWithoutResult(
        status -> {
          timers.set(NAME, UUID.randomUUID(), clock.instant());
          status.setRollbackOnly();
        });
    assertThat(left()).isZero();
    timers.set(NAME, UUID.randomUUID(), clock.instant());
    assertThat(left()).isEqualTo(1);
  }

  private static void look(Scheduler... nodes) {
    List.of(nodes).forEach(Scheduler::triggerCheckForDueExecutions);
  }

  private int left() {
    return JdbcClient.create(database)
        .sql("select count(*) from timers_task")
        .query(Integer.class)
        .single();
  }

  private Scheduler node() {
    var alarm =
        new Alarm() {
          @Override
          public String name() {
            return NAME;
          }

          @Override
          public void ring(UUID what) {
            rung.add(what);
          }
        };
    var node = new TimersConfiguration().alarms(database, List.of(alarm), clock);
    nodes.add(node);
    return node;
  }
}
