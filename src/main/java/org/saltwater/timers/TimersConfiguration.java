package org.saltwater.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/// db-scheduler over our own clock and the caller's transactions. Building it neither asks the
/// database anything nor starts a thread: [TimersLifecycle] does that when everything else is
// there.
@Configuration(proxyBeanMethods = false)
class TimersConfiguration {
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

  /// For what is ringing while the server stops.
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  /// A node that was killed leaves what it had begun. Others take it up after the fourth beat that
  /// they miss: 80 seconds, while a prompt at 0 or 20 minutes is still worth asking.
  private static final Duration BEATS_EVERY = Duration.ofSeconds(20);

  private static final int MISSED_BEATS = 4;

  private static final int AT_ONCE = 3;

  @Bean(destroyMethod = "")
  Scheduler alarms(DataSource store, List<Alarm> alarms, Clock clock) {
    List<Task<?>> tasks = alarms.stream().<Task<?>>map(TimersConfiguration::task).toList();
    return Scheduler.create(new TransactionAwareDataSourceProxy(store), tasks)
        .tableName("timers_task")
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        // Its own choice would be the host's name, for which a start would wait on the network.
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .clock(clock::instant)
        .threads(AT_ONCE)
        .pollingInterval(LOOKS_EVERY)
        .heartbeatInterval(BEATS_EVERY)
        .missedHeartbeatsLimit(MISSED_BEATS)
        .shutdownMaxWait(LAST_WORDS)
        .build();
  }

  private static Task<Void> task(Alarm alarm) {
    return Tasks.oneTime(alarm.name())
        .execute((instance, context) -> alarm.ring(UUID.fromString(instance.getId())));
  }
}
