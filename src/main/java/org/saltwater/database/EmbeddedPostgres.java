package org.saltwater.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own with a lasting folder: flushing to disk, closed to everyone but us,
// gone when we are
/// gone, and started again if it is killed.
///
/// The wrappers to be had for tests switch flushing off and trust everyone, so this is our own
/// (docs/decisions/0003-embedded-postgresql.md).
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String VERSION = "18";
  private static final String USER = "saltwater";

  /// The shell hands PostgreSQL the signal for a quick stop as soon as our end of its input closes,
  // which the system
  /// does for us even when we are killed.
  private static final String DIES_WITH_PARENT =
      "exec 3<&0; \"$@\" </dev/null 3<&- & p=$!; (cat <&3; kill -INT $p) >/dev/null 2>&1 & w=$!;"
          + " wait $p; s=$?; kill $w; exit $s";

  private final FolderLock lock;
  private final PostgresBinaries binaries;
  private final Unprivileged account;
  private final Path cluster;
  private final String password;
  private final int port;
  private volatile boolean closing;
  private volatile @Nullable Process process;

  private EmbeddedPostgres(
      FolderLock lock,
      PostgresBinaries binaries,
      Unprivileged account,
      Path cluster,
      String password)
      throws IOException {
    this.lock = lock;
    this.binaries = binaries;
    this.account = account;
    this.cluster = cluster;
    this.password = password;
    this.port = freePort();
  }

  /// Starts PostgreSQL on a folder, making the folder's database first if it has none.
  ///
  /// @throws DatabaseUnavailable if the folder is in use or PostgreSQL does not start; the message
  // says what to do
  public static EmbeddedPostgres startIn(Path data) {
    try {
      Files.createDirectories(data);
      var lock = FolderLock.on(data);
      try {
        var home = Files.createDirectories(data.resolve("postgresql"));
        var binaries = PostgresBinaries.unpackedIn(home.resolve("programs-" + VERSION));
        var account = Unprivileged.reaching(home);
        var cluster = home.resolve("cluster-" + VERSION);
        var postgres = new EmbeddedPostgres(lock, binaries, account, cluster, password(home));
        postgres.makeCluster();
        postgres.clearAfterKill();
        postgres.start();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The embedded PostgreSQL could not be started in " + data + ": " + e.getMessage(), e);
    }
  }

  /// How to reach the embedded PostgreSQL of a server that is running on a folder.
  ///
  /// @param password may be read only by whoever owns the folder
  record Address(String url, String user, String password) {
    @Override
    public String toString() {
      return "Address[redacted]";
    }
  }

  /// Empty if no server holds the folder. The port stands in the fourth line of PostgreSQL's own
  /// `postmaster.pid`.
  static Optional<Address> findRunning(Path data) throws IOException {
    if (!FolderLock.isHeld(data)) {
      return Optional.empty();
    }
    var home = data.resolve("postgresql");
    var lines = Files.readAllLines(home.resolve("cluster-" + VERSION).resolve("postmaster.pid"));
    var url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).trim() + "/postgres";
    return Optional.of(new Address(url, USER, password(home)));
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /// The process id of the PostgreSQL that runs now, for those who watch it.
  public long processId() throws IOException {
    return Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().trim());
  }

  @Override
  public void close() {
    closing = true;
    var running = process;
    try {
      if (running != null) {
        running.getOutputStream().close();
        if (!running.waitFor(20, TimeUnit.SECONDS)) {
          running.destroyForcibly();
        }
      }
      lock.close();
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop cleanly; it recovers at the next start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void makeCluster() throws IOException {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    Files.createDirectories(cluster);
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
    var secret = Files.createTempFile(cluster.getParent(), "password", "");
    try {
      Files.writeString(secret, password);
      account.own(cluster);
      account.own(secret);
      run(
          binaries.program("initdb"),
          "-D",
          cluster.toString(),
          "-U",
          USER,
          "-E",
          "UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "-A",
          "scram-sha-256",
          "--pwfile=" + secret);
    } finally {
      Files.delete(secret);
    }
  }

  /// After a kill the file that names PostgreSQL's process is left behind. It is removed only when
  // no PostgreSQL of this
  /// folder runs under that number; one that does is asked to stop and waited for.
  private void clearAfterKill() throws IOException {
    var pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var pid = processId();
    var left = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (left.isPresent() && isOurs(left.get())) {
      run("kill", "-INT", Long.toString(pid));
      try {
        left.get().onExit().get(20, TimeUnit.SECONDS);
      } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
        throw new DatabaseUnavailable(
            "A PostgreSQL (process " + pid + ") still holds " + cluster + " and does not stop.");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .equals(cluster.toRealPath());
    } catch (IOException withoutProc) {
      return process.info().command().map(c -> c.endsWith("/postgres")).orElse(true);
    }
  }

  private void start() throws IOException {
    var command = new ArrayList<>(account.prefix());
    command.addAll(List.of("sh", "-c", DIES_WITH_PARENT, "sh"));
    command.addAll(
        List.of(
            binaries.program("postgres"),
            "-D",
            cluster.toString(),
            "-p",
            Integer.toString(port),
            "-h",
            "127.0.0.1",
            "-k",
            "",
            "-c",
            "shared_buffers=64MB",
            "-c",
            "timezone=UTC",
            "-c",
            "max_connections=80",
            "-c",
            "log_min_messages=log",
            "-c",
            "log_statement=none",
            "-c",
            "log_min_error_statement=panic",
            "-c",
            "log_error_verbosity=terse"));
    var started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    var ready = new CountDownLatch(1);
    var lastWords = new ArrayList<String>();
    Thread.ofPlatform().daemon().name("postgresql").start(() -> follow(started, ready, lastWords));
    try {
      if (!ready.await(60, TimeUnit.SECONDS) || !started.isAlive()) {
        throw new DatabaseUnavailable(
            "The embedded PostgreSQL did not start in "
                + cluster
                + ": "
                + String.join(" / ", lastWords));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("interrupted while PostgreSQL was starting", e);
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
    } catch (IOException e) {
      log.debug("PostgreSQL's output ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    var wasReady = ready.getCount() == 0;
    ready.countDown();
    try {
      started.getOutputStream().close();
    } catch (IOException e) {
      log.debug("the shell around PostgreSQL had already gone");
    }
    if (wasReady && !closing) {
      startAgain();
    }
  }

  private void startAgain() {
    log.warn("PostgreSQL stopped unexpectedly; starting it again");
    try {
      clearAfterKill();
      start();
      log.info("PostgreSQL runs again");
    } catch (IOException | DatabaseUnavailable e) {
      log.error("PostgreSQL could not be started again: {}", e.getMessage());
    }
  }

  private void run(String... command) throws IOException {
    var all = new ArrayList<>(account.prefix());
    all.addAll(List.of(command));
    var process = new ProcessBuilder(all).redirectErrorStream(true).start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new DatabaseUnavailable(command[0] + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String password(Path home) throws IOException {
    var file = home.resolve("password");
    if (!Files.exists(file)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
