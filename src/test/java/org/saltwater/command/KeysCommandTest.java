package org.saltwater.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.database.EmbeddedPostgres;
import org.saltwater.identity.SecondStepKey;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Redacted;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.RootKeyFile;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Tag("record")
class KeysCommandTest {
  private static final Optional<Redacted<String>> PASSPHRASE =
      Optional.of(new Redacted<>("the salt remembers the sea"));
  private static final Path DATA = Path.of("target", "test-data", "keys-command").toAbsolutePath();

  private final ClientId mira = ClientId.random();
  private final KeyScope scope = new KeyScope.OfClient(mira);
  private final Place place = new Place("intake_answer", UUID.randomUUID(), "text");

  @Test
  void whatWasSealedOpensUnderTheNewRootKeyAndNoLongerUnderTheOld() throws IOException {
    var data = DATA.resolve(UUID.randomUUID().toString());
    var file = RootKeyFile.fileIn(data);
    RootKeyFile.make(file, PASSPHRASE);
    var before = Files.readString(file);
    var secret = new byte[] {1, 2, 3};
    secondStep(data).write(secret);
    byte[] text;
    try (var server = EmbeddedPostgres.startIn(data)) {
      Flyway.configure().dataSource(database(server)).load().migrate();
      text = vault(server, data).seal(scope, place, "the lighthouse");

      assertThatThrownBy(() -> KeysCommand.Rotate.rotate(data, Optional.empty(), PASSPHRASE))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Stop it first");
      assertThat(file).hasContent(before);
    }

    assertThat(KeysCommand.Rotate.rotate(data, Optional.empty(), PASSPHRASE)).isEqualTo(1);

    try (var server = EmbeddedPostgres.startIn(data)) {
      assertThat(open(server, data, text)).isEqualTo("the lighthouse");
      assertThat(secondStep(data).read()).as("and nobody is locked out").isEqualTo(secret);
      assertThat(log(server, data).verify().isClean()).isTrue();
      Files.writeString(file, before);
      assertThatThrownBy(() -> open(server, data, text)).hasMessageContaining("seal is broken");
    }
  }

  private static SecondStepKey secondStep(Path data) {
    var root = RootKeyFile.open(RootKeyFile.fileIn(data), PASSPHRASE);
    return new SecondStepKey(data, root.wrapping());
  }

  private String open(EmbeddedPostgres server, Path data, byte[] text) {
    return vault(server, data).open(Evidence.own(mira), scope, place, text);
  }

  private static Vault vault(EmbeddedPostgres server, Path data) {
    var database = database(server);
    return new Vault(
        JdbcClient.create(database),
        new JdbcTransactionManager(database),
        RootKeyFile.open(RootKeyFile.fileIn(data), PASSPHRASE),
        log(server, data),
        List.of(),
        Clock.systemUTC());
  }

  private static AuditLog log(EmbeddedPostgres server, Path data) {
    var database = database(server);
    return AuditLog.on(database, new JdbcTransactionManager(database), Clock.systemUTC(), data);
  }

  private static DriverManagerDataSource database(EmbeddedPostgres server) {
    return new DriverManagerDataSource(server.url("postgres"), server.user(), server.password());
  }
}
