package org.saltwater.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A short look into an installation's database by a command that is not the server: the external
/// one; the embedded one of a server that is running; or the embedded one, started for the visit.
public final class StoreVisit implements AutoCloseable {
  private final DriverManagerDataSource database;
  private final boolean aloneHere;
  private final @Nullable EmbeddedPostgres started;

  private StoreVisit(
      DriverManagerDataSource database, boolean aloneHere, @Nullable EmbeddedPostgres started) {
    this.database = database;
    this.aloneHere = aloneHere;
    this.started = started;
  }

  /// @param externalUrl as `SALTWATER_DATABASE_URL` has it; empty for the embedded database
  /// @throws DatabaseUnavailable if there is no database, or it does not answer; the message says
  ///     what to do
  public static StoreVisit to(Path data, Optional<String> externalUrl) {
    if (externalUrl.isPresent()) {
      var address = ExternalAddress.of(externalUrl.get());
      return new StoreVisit(
          source(address.jdbcUrl(), address.user().orElse(null), address.password().orElse(null)),
          false,
          null);
    }
    if (!Files.isDirectory(data.resolve("postgresql"))) {
      throw new DatabaseUnavailable(
          "There is no installation in " + data + ". Name its folder with --data DIR.");
    }
    try {
      var running = EmbeddedPostgres.findRunning(data);
      if (running.isPresent()) {
        return new StoreVisit(source(running.get()), false, null);
      }
      var own = EmbeddedPostgres.startIn(data);
      return new StoreVisit(source(own.url("postgres"), own.user(), own.password()), true, own);
    } catch (IOException e) {
      throw new DatabaseUnavailable("The database in " + data + " cannot be reached.", e);
    }
  }

  public DataSource database() {
    return database;
  }

  /// Whether no server can be using the database at this moment. Unknown counts as no.
  public boolean isAloneHere() {
    return aloneHere;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }

  private static DriverManagerDataSource source(EmbeddedPostgres.Address address) {
    return source(address.url(), address.user(), address.password());
  }

  private static DriverManagerDataSource source(
      String url, @Nullable String user, @Nullable String password) {
    var source = new DriverManagerDataSource();
    source.setUrl(url);
    if (user != null) {
      source.setUsername(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    return source;
  }
}
