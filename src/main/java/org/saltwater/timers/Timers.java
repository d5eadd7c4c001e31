package org.saltwater.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sets alarms, in the caller's transaction. None is taken back: what rings looks first whether it
// is
/// still wanted.
@Component
public class Timers {
  private final Scheduler scheduler;

  Timers(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /// Again for the same thing changes nothing.
  ///
  /// @param alarm the name of an [Alarm]
  /// @param what the thing it is about
  public void set(String alarm, UUID what, Instant at) {
    scheduler.scheduleIfNotExists(new TaskInstance<>(alarm, what.toString()), at);
  }
}
