package org.saltwater.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether PostgreSQL can be reached, so that people are told at once instead of each of them
/// waiting for it.
///
/// It asks nothing while all is well. Whoever fails to reach the store says so with [#doubt]; then
/// it asks, over a connection of its own, until there is an answer. A pool that is merely busy thus
/// never counts as an outage.
public final class StoreWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StoreWatch.class);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
  private static final String SECONDS_TO_ANSWER = "2";

  private final String url;
  private final Properties how = new Properties();
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile boolean away;
  private volatile boolean closed;

  StoreWatch(String url, String user, String password) {
    this.url = url;
    if (!user.isEmpty()) {
      how.setProperty("user", user);
      how.setProperty("password", password);
    }
    for (var limit : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
      how.setProperty(limit, SECONDS_TO_ANSWER);
    }
  }

  /// True from the moment that an outage was confirmed until the store answers again.
  public boolean isAway() {
    return away;
  }

  /// Says that the store could not be reached. Returns at once; the question is asked aside.
  public void doubt() {
    if (!closed && asking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("store-watch").start(this::askUntilAnswered);
    }
  }

  /// Asks now. Takes up to two seconds when the store is away.
  public boolean answers() {
    try (var connection = DriverManager.getConnection(url, how);
        var statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      // Too many connections is an answer.
      return "53300".equals(e.getSQLState());
    }
  }

  private void askUntilAnswered() {
    try {
      while (!closed && !answers()) {
        if (!away) {
          log.warn("PostgreSQL cannot be reached; people are told, and we keep asking");
          away = true;
        }
        Thread.sleep(BETWEEN_QUESTIONS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (away && !closed) {
        log.info("PostgreSQL answers again");
      }
      away = false;
      asking.set(false);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
