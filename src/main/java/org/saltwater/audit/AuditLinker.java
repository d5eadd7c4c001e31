package org.saltwater.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the chain at most about a second behind the log, and closes the gap at shutdown.
@Component
class AuditLinker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AuditLinker.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  private final AuditChain chain;
  private @Nullable ScheduledExecutorService thread;

  AuditLinker(AuditLog log) {
    this.chain = log.chain();
  }

  /// Starts before everything that may write to the log, and stops after it.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }

  @Override
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("audit-linker").unstarted(task));
    var _ =
        started.scheduleWithFixedDelay(
            () -> calmly(chain::link), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    var _ =
        started.scheduleWithFixedDelay(
            () -> calmly(chain::sweep), 0, SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  @Override
  public synchronized void stop() {
    var stopping = thread;
    if (stopping != null) {
      thread = null;
      stopping.close();
      calmly(chain::link);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  /// The database may be away for a while: what waits is linked when it is back.
  private static void calmly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.warn("Audit entries wait to be linked: {}", e.getClass().getSimpleName());
    }
  }
}
