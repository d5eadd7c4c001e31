package org.saltwater.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.saltwater.vault.Evidence.Basis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("record")
class VaultTest {
  private static final String TEXT = "I have not told anyone this before.";
  private static final Optional<Redacted<String>> NO_PASSPHRASE = Optional.empty();

  private final HikariDataSource database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database);
  private final Path folder = TestVault.folder();
  private final Path file = RootKeyFile.fileIn(folder);
  private final RootKeyFile root = RootKeyFile.make(file, NO_PASSPHRASE);
  private final Vault vault = node(root);

  private final ClientId mira = ClientId.random();
  private final ClientId jonas = ClientId.random();
  private final Place place = new Place("intake_answer", UUID.randomUUID(), "text");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWasSealedIsReadByItsOwnerAndHoldsNoneOfItsWords() {
    for (var scope : scopesOf(mira)) {
      var sealed = vault.seal(scope, place, TEXT);

      assertThat(vault.open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("told", "anyone");
      assertThat(vault.seal(scope, place, TEXT)).as("sealed anew").isNotEqualTo(sealed);
    }
  }

  @Test
  void aTextMovedToAnotherRowFieldTableOwnerOrConversationDoesNotOpen() {
    var talk = new KeyScope.OfConversation(mira, UUID.randomUUID());
    var sealed = vault.seal(talk, place, TEXT);
    vault.seal(new KeyScope.OfClient(jonas), place, TEXT);
    var otherTalk = new KeyScope.OfConversation(mira, UUID.randomUUID());
    vault.seal(otherTalk, place, TEXT);

    var elsewhere =
        new Place[] {
          new Place(place.table(), UUID.randomUUID(), place.field()),
          new Place(place.table(), place.row(), "other"),
          new Place("messaging_message", place.row(), place.field()),
          new Place("intake", place.row(), "_answertext")
        };
    for (var other : elsewhere) {
      assertBroken(talk, other, sealed);
    }
    assertBroken(otherTalk, place, sealed);
    assertBroken(new KeyScope.OfClient(mira), place, sealed);
    assertBroken(new KeyScope.OfClient(jonas), place, sealed);
    vault.seal(new KeyScope.OfJournal(mira), place, TEXT);
    assertBroken(new KeyScope.OfJournal(mira), place, sealed);
  }

  @Test
  void aTextWithAnyBitFlippedOrItsEndCutOffDoesNotOpen() {
    var scope = new KeyScope.OfClient(mira);
    var sealed = vault.seal(scope, place, TEXT);
    for (var bit = 0; bit < sealed.length * 8; bit++) {
      var flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertBroken(scope, place, flipped);
    }
    assertBroken(scope, place, java.util.Arrays.copyOf(sealed, sealed.length - 1));
    assertBroken(scope, place, new byte[0]);
  }

  @Test
  void aTextOfAnotherInstallationDoesNotOpenEvenUnderTheSameRootKey() {
    var scope = new KeyScope.OfClient(mira);
    var sealed = vault.seal(scope, place, TEXT);
    sql.sql("update vault_installation set id = gen_random_uuid()").update();

    assertThatThrownBy(() -> node(root).open(Evidence.own(mira), scope, place, sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void evidenceAboutSomeoneElseOrThatIsOverOpensNothing() {
    var scope = new KeyScope.OfClient(mira);
    var sealed = vault.seal(scope, place, TEXT);
    var reader = PersonId.random();
    var over = Evidence.granted(reader, mira, Basis.TREATING, Scope.SCORES, Duration.ofNanos(-1));
    var good = Evidence.granted(reader, mira, Basis.TREATING, Scope.SCORES, Duration.ofMinutes(1));

    assertRefused(() -> vault.open(Evidence.own(jonas), scope, place, sealed), "not-allowed");
    assertRefused(() -> vault.open(over, scope, place, sealed), "not-allowed");
    assertThat(vault.open(good, scope, place, sealed)).isEqualTo(TEXT);
    assertThat(good.covers(Scope.SCORES)).isTrue();
    assertThat(good.covers(Scope.MESSAGES)).isFalse();
    assertThat(over.covers(Scope.SCORES)).isFalse();
    assertRefused(() -> good.require(Scope.MESSAGES), "not-allowed");
    var sinceMonday = Evidence.granted(reader, mira, Basis.TREATING, Scope.SCORES, TestClock.START);
    assertThat(sinceMonday.covers(Scope.SCORES, TestClock.START)).isTrue();
    assertThat(sinceMonday.covers(Scope.SCORES, TestClock.START.minusSeconds(1))).isFalse();
  }

  @Test
  void aJournalOpensForItsWriterAloneWhateverGroundSomeoneElseHas() {
    var journal = new KeyScope.OfJournal(mira);
    var sealed = vault.seal(journal, place, TEXT);

    for (var basis : Basis.values()) {
      for (var scope : Scope.values()) {
        var other = Evidence.granted(PersonId.random(), mira, basis, scope, Duration.ofMinutes(1));
        if (basis != Basis.OWN) {
          assertRefused(() -> vault.open(other, journal, place, sealed), "not-allowed");
        }
      }
    }
    assertThat(vault.open(Evidence.own(mira), journal, place, sealed)).isEqualTo(TEXT);
    assertBroken(new KeyScope.OfClient(mira), place, sealed);
  }

  @Test
  void afterTheirKeysAreDestroyedNothingOfTheirsOpensAgainAndOthersAreUnharmed() {
    var sealed = new ArrayList<byte[]>();
    var scopes = scopesOf(mira);
    scopes.forEach(scope -> sealed.add(vault.seal(scope, place, TEXT)));
    var ofJonas = vault.seal(new KeyScope.OfClient(jonas), place, TEXT);

    vault.destroyKeysOf(mira);

    for (var node : new Vault[] {vault, node(root)}) {
      for (var number = 0; number < scopes.size(); number++) {
        var scope = scopes.get(number);
        var text = sealed.get(number);
        assertRefused(() -> node.open(Evidence.own(mira), scope, place, text), "data-erased");
        assertRefused(() -> node.seal(scope, place, TEXT), "data-erased");
      }
    }
    var newTalk = new KeyScope.OfConversation(mira, UUID.randomUUID());
    assertRefused(() -> node(root).seal(newTalk, place, TEXT), "data-erased");
    assertThat(
            sql.sql("select count(*) from vault_key where owner = ? and wrapped is not null")
                .param(mira.value())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(vault.open(Evidence.own(jonas), new KeyScope.OfClient(jonas), place, ofJonas))
        .isEqualTo(TEXT);
  }

  @Test
  void aKeyWhoseMakingWasRolledBackIsNeverUsedAgain() {
    var scope = new KeyScope.OfConversation(mira, UUID.randomUUID());
    new TransactionTemplate(new JdbcTransactionManager(database))
        .executeWithoutResult(
            status -> {
              vault.seal(scope, place, "lost with its key");
              status.setRollbackOnly();
            });

    var sealed = vault.seal(scope, place, TEXT);

    assertThat(node(root).open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
  }

  @Test
  void twoWhoSealForANewClientAtOnceUseOneKey() throws Exception {
    var scope = new KeyScope.OfConversation(mira, UUID.randomUUID());
    var tasks = new ArrayList<Callable<byte[]>>();
    for (var number = 0; number < 16; number++) {
      var node = node(root);
      tasks.add(() -> node.seal(scope, place, TEXT));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var sealed : threads.invokeAll(tasks)) {
        assertThat(vault.open(Evidence.own(mira), scope, place, sealed.get())).isEqualTo(TEXT);
      }
    }
  }

  @Test
  void rotationKeepsEverythingReadableAndTheOldRootKeyOpensNothingAfterwards() throws IOException {
    var scope = new KeyScope.OfConversation(mira, UUID.randomUUID());
    var sealed = vault.seal(scope, place, TEXT);
    vault.seal(new KeyScope.OfClient(jonas), place, TEXT);
    var oldFile = RootKeyFile.fileIn(TestVault.folder());
    Files.createDirectories(oldFile.getParent());
    Files.copy(file, oldFile);
    Files.setPosixFilePermissions(oldFile, PosixFilePermissions.fromString("rw-------"));

    assertThat(vault.rotateRoot()).isEqualTo(2);
    assertThat(node(reopened()).open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
    vault.retireOldRoots();

    assertThat(vault.open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
    assertThat(node(reopened()).open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
    var old = node(RootKeyFile.open(oldFile, NO_PASSPHRASE));
    assertThatThrownBy(() -> old.open(Evidence.own(mira), scope, place, sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void aNodeWhoseRootKeyWasRotatedElsewhereReadsTheFileAgain() throws IOException {
    var scope = new KeyScope.OfClient(mira);
    var sealed = vault.seal(scope, place, TEXT);
    var elsewhere = RootKeyFile.open(file, NO_PASSPHRASE);
    var other = node(elsewhere);
    other.rotateRoot();
    other.retireOldRoots();
    // The clock of a file system is coarse; an operator is not that fast.
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

    var fresh = node(root);
    assertThat(fresh.open(Evidence.own(mira), scope, place, sealed)).isEqualTo(TEXT);
  }

  @Test
  void theRootKeyLiesInAFileOfItsOwnerAloneAndIsNeverOverwritten() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> RootKeyFile.make(file, NO_PASSPHRASE))
        .isInstanceOf(RootKeyUnavailable.class);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::reopened).hasMessageContaining("chmod 600");
  }

  @Test
  void aRootKeyUnderAPassphraseOpensWithItAlone() throws IOException {
    var other = RootKeyFile.fileIn(TestVault.folder());
    var passphrase = Optional.of(new Redacted<>("five calm words by sea"));
    var made = RootKeyFile.make(other, passphrase);
    var scope = new KeyScope.OfClient(mira);
    var sealed = node(made).seal(scope, place, TEXT);

    assertThat(made.isPlainText()).isFalse();
    assertThat(root.isPlainText()).isTrue();
    assertThat(Files.readString(other)).doesNotContain("calm", "keyData\":{");
    assertThat(
            node(RootKeyFile.open(other, passphrase))
                .open(Evidence.own(mira), scope, place, sealed))
        .isEqualTo(TEXT);
    assertThatThrownBy(() -> RootKeyFile.open(other, Optional.of(new Redacted<>("another"))))
        .isInstanceOf(RootKeyUnavailable.class);
    assertThatThrownBy(() -> RootKeyFile.open(other, NO_PASSPHRASE))
        .isInstanceOf(RootKeyUnavailable.class);
  }

  @Test
  void nothingSensitivePrintsItself() {
    assertThat(root.toString()).isEqualTo("RootKeyFile[redacted]");
    assertThat(Evidence.own(mira).toString()).doesNotContain(mira.toString());
  }

  private Vault node(RootKey key) {
    return TestVault.on(database, new TestClock(), folder, key);
  }

  private RootKeyFile reopened() {
    return RootKeyFile.open(file, NO_PASSPHRASE);
  }

  private static java.util.List<KeyScope> scopesOf(ClientId client) {
    return java.util.List.of(
        new KeyScope.OfClient(client),
        new KeyScope.OfConversation(client, UUID.randomUUID()),
        new KeyScope.OfJournal(client));
  }

  private void assertBroken(KeyScope scope, Place where, byte[] sealed) {
    assertThatThrownBy(() -> vault.open(Evidence.own(scope.owner()), scope, where, sealed))
        .isInstanceOf(SealBroken.class)
        .hasMessageNotContaining("told");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String slug) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(slug);
  }
}
