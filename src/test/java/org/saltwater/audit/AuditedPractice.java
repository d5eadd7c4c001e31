package org.saltwater.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database with a log, its data folder, and the means to do what nobody should.
final class AuditedPractice {
  final HikariDataSource database = TestDatabase.fresh();
  final TestClock clock = new TestClock();
  final Path data = folder();
  final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
  final TransactionTemplate transaction = new TransactionTemplate(transactions);
  final JdbcTemplate sql = new JdbcTemplate(database);
  final AuditLog log = node();
  final ClientId client = ClientId.random();

  /// Another process of the same installation.
  AuditLog node() {
    return AuditLog.on(database, transactions, clock, data);
  }

  AuditEntry read(String thing) {
    return new AuditEntry(
        PersonId.random(), AuditAction.READ, client, "record." + thing, "edge.treating");
  }

  AuditedPractice withEntries(int count) {
    IntStream.range(0, count).forEach(number -> log.write(read("line-" + number)));
    log.link();
    return this;
  }

  /// As the database's owner, who can switch the guards off.
  void unguarded(Runnable deed) {
    for (var table : new String[] {"audit_entry", "audit_link"}) {
      sql.execute("alter table " + table + " disable trigger user");
    }
    deed.run();
    for (var table : new String[] {"audit_entry", "audit_link"}) {
      sql.execute("alter table " + table + " enable always trigger " + table + "_is_only_added_to");
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "audit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
