package org.saltwater.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.saltwater.database.EmbeddedPostgres;

/// One real PostgreSQL for all tests of a run, and a fresh, migrated database in it for whoever
/// asks.
public final class TestDatabase {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger made = new AtomicInteger();
  private static final Map<String, HikariDataSource> open = new LinkedHashMap<>();
  private static @Nullable EmbeddedPostgres postgres;

  private TestDatabase() {}

  /// A database of its own with every migration applied: copied from a template in a fraction of a
  /// second.
  public static synchronized HikariDataSource fresh() {
    var name = "test_" + made.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE);
    var postgres = server();
    var pool = new HikariDataSource();
    pool.setJdbcUrl(postgres.url(name));
    pool.setUsername(postgres.user());
    pool.setPassword(postgres.password());
    pool.setMaximumPoolSize(12);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(20_000);
    open.put(name, pool);
    return pool;
  }

  /// Where the files of that PostgreSQL lie.
  public static Path folder() {
    return Path.of("target", "test-data", Long.toString(ProcessHandle.current().pid()))
        .toAbsolutePath();
  }

  /// Closes every pool handed out so far and drops its database.
  static synchronized void dropAll() {
    open.forEach(
        (name, pool) -> {
          pool.close();
          execute("drop database " + name + " with (force)");
        });
    open.clear();
  }

  private static synchronized EmbeddedPostgres server() {
    if (postgres == null) {
      postgres = start();
    }
    return postgres;
  }

  private static EmbeddedPostgres start() {
    var started = EmbeddedPostgres.startIn(folder());
    // It ends with this process, after every platform that still uses it.
    try (var connection =
            DriverManager.getConnection(
                started.url("postgres"), started.user(), started.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Flyway.configure()
        .dataSource(started.url(TEMPLATE), started.user(), started.password())
        .load()
        .migrate();
    return started;
  }

  private static void execute(String sql) {
    var postgres = server();
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
