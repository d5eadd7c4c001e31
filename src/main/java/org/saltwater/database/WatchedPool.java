package org.saltwater.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/// A pool that tells a busy store from one that is away. A busy one is worth waiting for; nobody
/// waits for one that is away.
final class WatchedPool extends HikariDataSource {
  private static final Duration ONE_TRY = Duration.ofSeconds(1);
  private static final int TRIES = 10;

  /// SQLSTATE for a connection that cannot be made.
  private static final String BROKEN = "08001";

  private final StoreWatch watch;

  WatchedPool(String url, String user, String password) {
    watch = new StoreWatch(url, user, password);
    setConnectionTimeout(ONE_TRY.toMillis());
    setValidationTimeout(ONE_TRY.toMillis());
    setJdbcUrl(url);
    if (!user.isEmpty()) {
      setUsername(user);
      setPassword(password);
    }
  }

  StoreWatch watch() {
    return watch;
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (var tries = 1; ; tries++) {
      if (watch.isAway()) {
        throw new SQLTransientConnectionException("PostgreSQL cannot be reached", BROKEN);
      }
      try {
        return super.getConnection();
      } catch (SQLException e) {
        watch.doubt();
        if (tries == TRIES || !(e instanceof SQLTransientConnectionException)) {
          throw e;
        }
      }
    }
  }
}
