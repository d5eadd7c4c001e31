package org.saltwater.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How to start PostgreSQL when we are root, which it refuses: as `nobody` where that account can
/// reach the folder, and otherwise (a folder inside a private home) in a user namespace that holds
/// no privileges.
record Unprivileged(List<String> prefix, boolean asNobody) {
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs");
  private static final List<String> NAMESPACE = List.of("unshare", "--user");

  static Unprivileged reaching(Path folder) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Unprivileged(List.of(), false);
    }
    if (succeeds(NOBODY, "test", "-x", folder.toAbsolutePath().toString())) {
      return new Unprivileged(NOBODY, true);
    }
    if (succeeds(NAMESPACE, "true")) {
      return new Unprivileged(NAMESPACE, false);
    }
    throw new DatabaseUnavailable(
        "PostgreSQL will not run as root, and no other account can reach "
            + folder
            + ". Start Saltwater as an ordinary user, or choose a folder with --data that others can enter.");
  }

  /// Hands a file or folder, with all in it, to the account that PostgreSQL runs under.
  void own(Path path) throws IOException {
    if (!asNobody) {
      return;
    }
    var nobody =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    try (Stream<Path> all = Files.walk(path)) {
      for (var each : (Iterable<Path>) all::iterator) {
        Files.setOwner(each, nobody);
      }
    }
  }

  private static boolean succeeds(List<String> prefix, String... command) {
    try {
      var process =
          new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
