package org.saltwater.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.database.EmbeddedPostgres;
import org.saltwater.kernel.ClientId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Tag("record")
class AuditCommandTest {
  private static final Path DATA = Path.of("target", "test-data", "audit-command").toAbsolutePath();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream terminal = System.out;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leave() {
    System.setOut(terminal);
  }

  @Test
  void anOperatorIsToldOfAChangedEntryBesideARunningServerAndWithoutOne() {
    var data = DATA.resolve(Long.toString(ProcessHandle.current().pid()));
    try (var server = EmbeddedPostgres.startIn(data)) {
      var database = database(server);
      Flyway.configure().dataSource(database).load().migrate();
      writeThreeEntries(database, data);

      assertThat(verify(data)).isZero();
      assertThat(said()).contains("is whole: 3 entries");

      var jdbc = new JdbcTemplate(database);
      jdbc.execute("alter table audit_entry disable trigger all");
      jdbc.update("update audit_entry set reason = 'nothing-happened' where thing = 'test.second'");

      assertThat(verify(data)).isOne();
      assertThat(said()).contains("2: an entry is not what was written");
    }
    assertThat(verify(data)).isOne();
    assertThat(said()).contains("2: an entry is not what was written");
  }

  @Test
  void aFolderWithoutAnInstallationIsSaidSo(@TempDir Path empty) {
    assertThat(verify(empty)).isOne();
    assertThat(empty).isEmptyDirectory();
  }

  private static int verify(Path data) {
    return CommandLineEntry.run(
        AuditCommandTest.class, "audit", "verify", "--data", data.toString());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static void writeThreeEntries(DriverManagerDataSource database, Path data) {
    var log = AuditLog.on(database, new JdbcTransactionManager(database), Clock.systemUTC(), data);
    for (var thing : new String[] {"test.first", "test.second", "test.third"}) {
      log.write(new AuditEntry(null, AuditAction.CHANGED, ClientId.random(), thing, "tried-out"));
    }
    log.link();
  }

  private static DriverManagerDataSource database(EmbeddedPostgres server) {
    return new DriverManagerDataSource(server.url("postgres"), server.user(), server.password());
  }
}
