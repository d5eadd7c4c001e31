package org.saltwater.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
  void whatANodeHadBegunWhenItWasKilledIsTakenUpByAnotherWhileAPromptIsStillWorthAsking() {
    var what = UUID.randomUUID();
    new Timers(node()).set(NAME, what, clock.instant());
    JdbcClient.create(database)
        .sql(
            "update timers_task set picked = true, picked_by = 'killed', last_heartbeat = ?, version = 2")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    clock.advance(Duration.ofSeconds(90));
    var other = node();
    other.start();
    // Taken up, it is due at once by the machine's own clock.
    await().until(() -> !isPicked());
    clock.set(
        JdbcClient.create(database)
            .sql("select execution_time from timers_task")
            .query(OffsetDateTime.class)
            .single()
            .toInstant());
    await()
        .until(
            () -> {
              look(other);
              return left() == 0;
            });
    assertThat(rung).containsExactly(what);
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

  private boolean isPicked() {
    return JdbcClient.create(database)
        .sql("select picked from timers_task")
        .query(Boolean.class)
        .single();
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
