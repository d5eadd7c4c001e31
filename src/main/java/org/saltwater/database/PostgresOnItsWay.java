package org.saltwater.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The embedded PostgreSQL, started while the platform is still being put together: it takes half a
/// second, most of it waiting.
public final class PostgresOnItsWay {
  private final CompletableFuture<EmbeddedPostgres> starting;

  private PostgresOnItsWay(CompletableFuture<EmbeddedPostgres> starting) {
    this.starting = starting;
  }

  /// Begins to start, and returns at once. What goes wrong is said to whoever awaits it.
  public static PostgresOnItsWay in(Path data) {
    return new PostgresOnItsWay(
        CompletableFuture.supplyAsync(
            () -> EmbeddedPostgres.startIn(data),
            start -> Thread.ofPlatform().daemon().name("postgresql-start").start(start)));
  }

  /// @throws DatabaseUnavailable as [EmbeddedPostgres#startIn(Path)]
  EmbeddedPostgres await() {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DatabaseUnavailable why
          ? why
          : new DatabaseUnavailable("The embedded PostgreSQL could not be started", e);
    }
  }
}
