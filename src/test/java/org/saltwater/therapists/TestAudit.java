package org.saltwater.therapists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.saltwater.audit.AuditLog;
import org.saltwater.testing.TestClock;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The real audit log on a database of a test, with keys in a folder of its own.
final class TestAudit {
  private TestAudit() {}

  static AuditLog on(DataSource database) {
    try {
      return AuditLog.on(
          database,
          new JdbcTransactionManager(database),
          new TestClock(),
          Files.createTempDirectory("saltwater-audit"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
