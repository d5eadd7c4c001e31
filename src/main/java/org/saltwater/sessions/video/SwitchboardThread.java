package org.saltwater.sessions.video;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Looks at once after something happened here, and a few times a second for what happened on
/// another node: a call is three or four signals back and forth, and whoever waits for a face
/// notices a second.
final class SwitchboardThread {
  private static final Logger log = LoggerFactory.getLogger(SwitchboardThread.class);
  private static final Duration EVERY = Duration.ofMillis(300);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final Runnable look;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("switchboard").unstarted(task));

  SwitchboardThread(Runnable look, Runnable signOfLife) {
    this.look = calmly(look);
    repeat(this.look, EVERY);
    repeat(calmly(signOfLife), SIGN_OF_LIFE);
  }

  /// Several in a row are one look.
  void lookSoon() {
    if (isDue.compareAndSet(false, true)) {
      try {
        thread.execute(
            () -> {
              isDue.set(false);
              look.run();
            });
      } catch (RejectedExecutionException e) {
        log.debug("stopped");
      }
    }
  }

  void stop() {
    thread.shutdownNow();
  }

  private void repeat(Runnable task, Duration every) {
    var _ =
        thread.scheduleWithFixedDelay(
            task, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Runnable calmly(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (DataAccessException | TransactionException e) {
        log.debug("the store is away; looking again soon");
      } catch (RuntimeException e) {
        // It would end the looking for good.
        log.error("a look failed: {}", e.getClass().getSimpleName());
      }
    };
  }
}
