package org.saltwater.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.saltwater.kernel.PrivateFile;

/// PostgreSQL's files in a data folder, and the programs and the account that work on them.
record Cluster(Path folder, PostgresBinaries binaries, Unprivileged account, String password) {
  static final String USER = "saltwater";
  private static final String VERSION = "18";
  private static final String HALF = ".half";
  private static final long PATIENCE_SECONDS = 20;

  /// Finds the cluster in a folder, making it first where there is none.
  static Cluster in(Path data) throws IOException {
    var home = Files.createDirectories(home(data));
    var cluster =
        new Cluster(
            folderIn(data),
            PostgresBinaries.unpackedIn(home.resolve("programs-" + VERSION)),
            Unprivileged.reaching(home),
            password(data));
    cluster.make();
    return cluster;
  }

  static Path folderIn(Path data) {
    return home(data).resolve("cluster-" + VERSION);
  }

  /// The database's password, made at the first start; only the folder's owner can read it.
  static String password(Path data) throws IOException {
    var file = home(data).resolve("password");
    if (!Files.exists(file)) {
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file);
  }

  /// The lines of PostgreSQL's own `postmaster.pid`: the process in the first, the port in the
  /// fourth.
  static List<String> processLines(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("postmaster.pid"));
  }

  long processId() throws IOException {
    return Long.parseLong(processLines(folder).getFirst().trim());
  }

  /// A command line that runs one of PostgreSQL's programs without privileges.
  List<String> command(List<String> words) {
    var all = new ArrayList<>(account.prefix());
    all.addAll(words);
    return all;
  }

  /// After a kill the file that names PostgreSQL's process is left behind. It is removed only when
  /// no PostgreSQL of this folder runs under that number; one that does is asked to stop and waited
  /// for.
  void clearAfterKill() throws IOException {
    var pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var pid = processId();
    var left = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (left.isEmpty() || !isOurs(left.get())) {
      Files.deleteIfExists(pidFile);
      return;
    }
    run("kill", "-INT", Long.toString(pid));
    try {
      left.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new DatabaseUnavailable(
          "A PostgreSQL (process " + pid + ") still holds " + folder + " and does not stop.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Made in a neighbour first and renamed: `initdb` writes `PG_VERSION` long before it is done, so
  /// a folder that it was killed in looks like a whole one.
  private void make() throws IOException {
    sweep();
    if (Files.exists(folder.resolve("PG_VERSION"))) {
      return;
    }
    var half = folder.resolveSibling(folder.getFileName() + HALF);
    PostgresBinaries.delete(half);
    Files.createDirectories(half);
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwx------"));
    var secret = Files.createTempFile(folder.getParent(), "password", HALF);
    try {
      Files.writeString(secret, password);
      account.own(half);
      account.own(secret);
      run(
          binaries.program("initdb"),
          "-D",
          half.toString(),
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
    Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /// A kill leaves the file behind that `initdb` was told the password by.
  private void sweep() throws IOException {
    try (var left = Files.newDirectoryStream(folder.getParent(), "password?*")) {
      for (var each : left) {
        Files.delete(each);
      }
    }
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .equals(folder.toRealPath());
    } catch (IOException withoutProc) {
      return process.info().command().map(c -> c.endsWith("/postgres")).orElse(true);
    }
  }

  private void run(String... words) throws IOException {
    var process = new ProcessBuilder(command(List.of(words))).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new DatabaseUnavailable(words[0] + " failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path home(Path data) {
    return data.resolve("postgresql");
  }

  @Override
  public String toString() {
    return "Cluster[" + folder + "]";
  }
}
