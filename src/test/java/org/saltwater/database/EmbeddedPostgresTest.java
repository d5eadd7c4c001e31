package org.saltwater.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
  private Path folder = Path.of("");

  @BeforeEach
  void aFolderOfItsOwn() throws Exception {
    folder =
        Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "test-data")), "lasting")
            .toAbsolutePath();
  }

  @Test
  void whatIsWrittenIsStillThereAfterAStopAndAStart() throws Exception {
    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      execute(postgres, "create table kept (line text)");
      execute(postgres, "insert into kept values ('here')");
    }
    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      assertThat(read(postgres, "select line from kept")).isEqualTo("here");
    }
  }

  @Test
  void itFlushesToDiskAndLetsNobodyInWithoutThePassword() throws Exception {
    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      assertThat(read(postgres, "show fsync")).isEqualTo("on");
      assertThat(read(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.url("postgres"), postgres.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void killedWithoutWarningItComesBackByItselfWithEverythingCommitted() throws Exception {
    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      execute(postgres, "create table kept as select 'committed' as line");
      var killed = postgres.processId();
      new ProcessBuilder("kill", "-KILL", Long.toString(killed))
          .start()
          .waitFor(5, TimeUnit.SECONDS);
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(() -> read(postgres, "select line from kept").equals("committed"));
      assertThat(postgres.processId()).isNotEqualTo(killed);
    }
  }

  @Test
  void aSecondStartOnTheSameFolderIsRefusedAndSaysWhatToDo() {
    try (var first = EmbeddedPostgres.startIn(folder)) {
      assertThat(first.url("postgres")).contains("127.0.0.1");
      assertThatThrownBy(() -> EmbeddedPostgres.startIn(folder))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("Another Saltwater (process " + ProcessHandle.current().pid() + ")")
          .hasMessageContaining("--data");
    }
  }

  @Test
  void aFileLeftByAKilledPostgresDoesNotStopTheNextStart() throws Exception {
    EmbeddedPostgres.startIn(folder).close();
    var left = folder.resolve("postgresql/cluster-18/postmaster.pid");
    Files.writeString(left, ProcessHandle.current().pid() + "\n" + left.getParent() + "\n");
    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      assertThat(read(postgres, "select 'open'")).isEqualTo("open");
    }
  }

  @Test
  void aFirstStartThatWasKilledIsBegunAnewAndItsLeftoversAreGone() throws Exception {
    var home = Files.createDirectories(folder.resolve("postgresql"));
    var half = Files.createDirectories(home.resolve("cluster-18.half/base/1"));
    Files.writeString(home.resolve("cluster-18.half/PG_VERSION"), "18\n");
    Files.writeString(half.resolve("112"), "cut sho");
    Files.writeString(home.resolve("password1234567890"), "left behind");
    Files.writeString(home.resolve("password77.half"), "le");

    try (var postgres = EmbeddedPostgres.startIn(folder)) {
      assertThat(read(postgres, "select 'open'")).isEqualTo("open");
    }
    try (var left = Files.list(home)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("cluster-18", "programs-18", "password");
    }
    assertThat(Files.readString(home.resolve("password"))).hasSize(48);
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), postgres.user(), postgres.password());
  }
}
