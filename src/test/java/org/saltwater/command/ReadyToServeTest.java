package org.saltwater.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.kernel.Redacted;
import org.saltwater.testing.TestDatabase;
import org.saltwater.vault.RootKeyFile;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A real practice on a real database, and the footings it does not start on.
class ReadyToServeTest {
  private static final String PASSPHRASE = "a long passphrase for a test";

  private final HikariDataSource database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database);
  private final Path folder =
      Path.of("target", "test-data", "serve-" + UUID.randomUUID()).toAbsolutePath();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aPracticeStartsOnAnEmptyDatabaseWithAKeyUnderAPassphrase() {
    keyUnderPassphrase();
    try (var practice = start("serve", "https://practice.example")) {
      assertThat(((ServletWebServerApplicationContext) practice).getWebServer().getPort())
          .isPositive();
    }
  }

  @Test
  void aPracticeDoesNotStartAmongInventedPeople() {
    keyUnderPassphrase();
    sql.sql("insert into demo_marker (began_at, therapists) values (now(), 1)").update();
    assertRefused("serve", "https://practice.example", "invented people");
  }

  @Test
  void aPracticeDoesNotStartWithAKeyThatLiesReadableOnTheDisk() {
    RootKeyFile.make(RootKeyFile.fileIn(folder), Optional.empty());
    assertThatThrownBy(() -> start("serve", "https://practice.example", ""))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("lies readable on the disk");
  }

  @Test
  void aPracticeDoesNotStartOnAnAddressWithoutEncryption() {
    keyUnderPassphrase();
    assertRefused("serve", "http://practice.example", "https://");
  }

  @Test
  void inventedPeopleDoNotGoAmongRealOnes() {
    keyUnderPassphrase();
    sql.sql(
            """
            insert into identity_person (id, name, email, email_key, roles, zone, created_at)
            values (gen_random_uuid(), 'Robin', 'r@example.org', 'r@example.org', '{CLIENT}', 'UTC', now())
            """)
        .update();
    assertRefused("demo", "http://localhost:8080", "real practice");
  }

  private void keyUnderPassphrase() {
    RootKeyFile.make(RootKeyFile.fileIn(folder), Optional.of(new Redacted<>(PASSPHRASE)));
  }

  private void assertRefused(String mode, String address, String why) {
    assertThatThrownBy(() -> start(mode, address))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(why);
  }

  private ConfigurableApplicationContext start(String mode, String address) {
    return start(mode, address, PASSPHRASE);
  }

  private ConfigurableApplicationContext start(String mode, String address, String passphrase) {
    var settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--saltwater.mode=" + mode,
                "--saltwater.address=" + address,
                "--saltwater.first-operator=ada@practice.example",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1",
                "--saltwater.data=" + folder));
    if (!passphrase.isEmpty()) {
      settings.add("--saltwater.vault.passphrase=" + passphrase);
    }
    return new SpringApplicationBuilder(Saltwater.class)
        .initializers(
            (GenericApplicationContext context) ->
                context.registerBean(
                    "dataSource", DataSource.class, () -> new DelegatingDataSource(database)))
        .run(settings.toArray(String[]::new));
  }
}
