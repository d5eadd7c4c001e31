package org.saltwater.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where what lasts is kept, the same for every command that needs it.
class StoreOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder that lasts: keys and the embedded database (default: in your own data folder).")
  private @Nullable Path data;

  Path dataFor(String purpose) {
    return Optional.ofNullable(data)
        .orElseGet(() -> userData().resolve("saltwater").resolve(purpose))
        .toAbsolutePath()
        .normalize();
  }

  /// The practice's own database; empty for the embedded one.
  Optional<String> databaseUrl() {
    return Optional.ofNullable(System.getenv("SALTWATER_DATABASE_URL")).filter(it -> !it.isBlank());
  }

  private static Path userData() {
    var xdg = System.getenv("XDG_DATA_HOME");
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg);
    }
    var named = System.getenv("HOME");
    var home = Path.of(named == null || named.isBlank() ? System.getProperty("user.home") : named);
    return System.getProperty("os.name").startsWith("Mac")
        ? home.resolve("Library").resolve("Application Support")
        : home.resolve(".local").resolve("share");
  }
}
