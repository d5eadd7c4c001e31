package org.saltwater.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.saltwater.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A vault on a test database, with a root key and an audit log of its own, for any module's tests.
public final class TestVault {
  private TestVault() {}

  public static Vault on(DataSource database, Clock clock) {
    var folder = folder();
    return on(
        database, clock, folder, RootKeyFile.make(RootKeyFile.fileIn(folder), Optional.empty()));
  }

  public static AuditLog audit(DataSource database, Clock clock) {
    return AuditLog.on(database, new JdbcTransactionManager(database), clock, folder());
  }

  static Vault on(DataSource database, Clock clock, Path folder, RootKey root) {
    var transactions = new JdbcTransactionManager(database);
    return new Vault(
        JdbcClient.create(database),
        transactions,
        root,
        AuditLog.on(database, transactions, clock, folder),
        List.of(),
        clock);
  }

  static Path folder() {
    return Path.of("target", "test-data", "keys-" + UUID.randomUUID());
  }
}
