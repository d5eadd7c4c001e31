package org.saltwater.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Alarms ring from when the server is ready until it begins to stop: before that they would wait
/// for a database on its way, and after it for one that is gone.
@Component
class TimersLifecycle implements SmartLifecycle {
  private final Scheduler scheduler;
  private volatile boolean running;

  TimersLifecycle(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    scheduler.start();
    running = true;
  }

  /// Waits for [#ready()].
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public void start() {
    ready();
  }

  @Override
  public void stop() {
    if (running) {
      running = false;
      scheduler.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
