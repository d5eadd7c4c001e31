package org.saltwater.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running PostgreSQL of a cluster: started, watched, started again if it dies, stopped.
final class PostgresProcess {
  private static final Logger log = LoggerFactory.getLogger(PostgresProcess.class);
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 20;

  /// The shell hands PostgreSQL the signal for a quick stop as soon as our end of its input closes,
  /// which the system does for us even when we are killed.
  private static final String DIES_WITH_PARENT =
      "exec 3<&0; \"$@\" </dev/null 3<&- & p=$!; (cat <&3; kill -INT $p) >/dev/null 2>&1 & w=$!;"
          + " wait $p; s=$?; kill $w; exit $s";

  private final Cluster cluster;
  private final int port;
  private volatile boolean stopping;
  private volatile @Nullable Process process;

  PostgresProcess(Cluster cluster, int port) {
    this.cluster = cluster;
    this.port = port;
  }

  /// Returns once connections are accepted.
  ///
  /// @throws DatabaseUnavailable if PostgreSQL ends before that, with what it said
  void start() throws IOException {
    var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        startOnce();
        return;
      } catch (DatabaseUnavailable e) {
        if (!isHeldByTheDead(e) || System.nanoTime() > patience) {
          throw e;
        }
        pause();
      }
    }
  }

  /// When PostgreSQL is killed, those of its processes that are at work go on until they notice,
  /// and hold its shared memory that long.
  private static boolean isHeldByTheDead(DatabaseUnavailable fault) {
    return String.valueOf(fault.getMessage()).contains("is still in use");
  }

  private void startOnce() throws IOException {
    var words = new ArrayList<>(List.of("sh", "-c", DIES_WITH_PARENT, "sh"));
    words.addAll(
        List.of(
            cluster.binaries().program("postgres"),
            "-D",
            cluster.folder().toString(),
            "-p",
            Integer.toString(port),
            "-h",
            "127.0.0.1",
            "-k",
            ""));
    // Statements and values stay out of its log: they may hold what people wrote.
    for (var setting :
        List.of(
            "shared_buffers=64MB",
            "timezone=UTC",
            "max_connections=80",
            "log_min_messages=log",
            "log_statement=none",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse")) {
      words.addAll(List.of("-c", setting));
    }
    var started = new ProcessBuilder(cluster.command(words)).redirectErrorStream(true).start();
    process = started;
    var ready = new CountDownLatch(1);
    var lastWords = new ArrayList<String>();
    Thread.ofPlatform().daemon().name("postgresql").start(() -> follow(started, ready, lastWords));
    try {
      if (!ready.await(START_SECONDS, TimeUnit.SECONDS) || !started.isAlive()) {
        throw new DatabaseUnavailable(
            "The embedded PostgreSQL did not start in "
                + cluster.folder()
                + ": "
                + String.join(" / ", lastWords));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("interrupted while PostgreSQL was starting", e);
    }
  }

  void stop() throws IOException {
    stopping = true;
    var running = process;
    if (running == null) {
      return;
    }
    running.getOutputStream().close();
    try {
      if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Process started, CountDownLatch ready, List<String> lastWords) {
    try (var lines = started.inputReader()) {
      String line;
      while ((line = lines.readLine()) != null) {
        log.debug("postgresql: {}", line);
        if (ready.getCount() > 0) {
          lastWords.add(line);
        }
        if (line.contains("ready to accept connections")) {
          ready.countDown();
        }
      }
      started.waitFor();
      started.getOutputStream().close();
    } catch (IOException e) {
      log.debug("PostgreSQL's output ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    var wasReady = ready.getCount() == 0;
    ready.countDown();
    if (wasReady && !stopping) {
      startAgain();
    }
  }

  private void startAgain() {
    log.warn("PostgreSQL stopped unexpectedly; starting it again");
    while (!stopping) {
      try {
        cluster.clearAfterKill();
        start();
        log.info("PostgreSQL runs again");
        return;
      } catch (IOException | DatabaseUnavailable e) {
        log.error("PostgreSQL could not be started again: {}", e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
  }
}
