package org.saltwater.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditFinding.Kind;

/// Whatever is cut, forged or lost is found.
@Tag("record")
class AuditLogHarmedTest extends AuditedLog {
  @Test
  void aCutIsToldOnceAndAgainOnlyWhenSomethingChanges() {
    practice.withEntries(5);
    try (var heard = Alarms.heard()) {
      practice.unguarded(() -> practice.sql.execute("delete from audit_link where seq > 3"));
      log.link();
      log.link();
      log.link();
      assertThat(heard.count()).isEqualTo(1);

      practice.unguarded(
          () ->
              practice.sql.execute(
                  "update audit_link set hash = sha256('other'::bytea) where seq = 3"));
      log.write(practice.read("later"));
      log.link();
      assertThat(heard.count()).as("the same cut, seen from a later entry").isEqualTo(1);
    }
  }

  @Test
  void anEntryRemovedBeforeItCouldBeLinkedIsMissedByTheNodeThatWroteIt() {
    log.write(practice.read("scores"));
    practice.unguarded(() -> practice.sql.execute("delete from audit_entry"));
    log.link();
    log.link();

    assertThat(kinds()).containsExactly(Kind.ENTRY_LOST);
  }

  @Test
  void aForgedEntryIsNeitherLinkedNorPassedOver() {
    practice.withEntries(3);
    practice.sql.execute(
        """
        insert into audit_entry (id, at, actor, action, subject, thing, reason, seal)
        select gen_random_uuid(), at, actor, action, subject, thing, reason, seal from audit_entry limit 1
        """);
    practice.clock.advance(Duration.ofMinutes(2));
    log.chain().sweep();

    assertThat(kinds()).containsExactly(Kind.ENTRY_FORGED);
  }

  @Test
  void aCutTailStaysSeenHoweverMuchIsWrittenAfterwards() {
    practice.withEntries(10);
    practice.unguarded(
        () -> {
          practice.sql.execute(
              "delete from audit_entry where id in (select entry from audit_link where seq > 6)");
          practice.sql.execute("delete from audit_link where seq > 6");
        });
    assertThat(kinds()).containsExactly(Kind.TAIL_CUT);

    practice.withEntries(20);
    assertThat(kinds()).containsExactly(Kind.TAIL_CUT);
  }

  @Test
  void anEmptiedLogIsSeen() {
    practice.withEntries(3);
    practice.unguarded(() -> practice.sql.execute("truncate audit_entry, audit_link"));

    assertThat(kinds()).containsExactly(Kind.TAIL_CUT);
  }

  @Test
  void anAnchorThatIsGoneOrOfAnotherHandIsSeen() throws IOException {
    practice.withEntries(3);
    var file = practice.data.resolve("audit.anchor");
    var anchor = Files.readString(file);

    Files.writeString(file, anchor.replaceFirst("^3", "2"));
    assertThat(kinds()).containsExactly(Kind.ANCHOR_BROKEN);
    Files.writeString(file, "");
    assertThat(kinds()).containsExactly(Kind.ANCHOR_BROKEN);
    Files.delete(file);
    assertThat(kinds()).containsExactly(Kind.ANCHOR_MISSING);

    log.link();
    log.link();
    assertThat(kinds())
        .as("a new anchor is made, but what was cut before can't be ruled out")
        .containsExactly(Kind.ANCHOR_RENEWED);
  }

  @Test
  void whoeverRemovesTheAnchorTogetherWithTheEndOfTheLogIsFoundOutForGood() throws IOException {
    practice.withEntries(10);
    practice.unguarded(
        () -> {
          practice.sql.execute(
              "delete from audit_entry where id in (select entry from audit_link where seq > 6)");
          practice.sql.execute("delete from audit_link where seq > 6");
        });
    Files.delete(practice.data.resolve("audit.anchor"));
    assertThat(kinds()).containsExactly(Kind.ANCHOR_MISSING);

    practice.withEntries(5);
    practice.withEntries(5);
    assertThat(kinds()).containsExactly(Kind.ANCHOR_RENEWED);
  }

  @Test
  void aWholeLogRemovedTogetherWithTheAnchorIsNoBeginning() throws IOException {
    practice.withEntries(3);
    practice.unguarded(() -> practice.sql.execute("truncate audit_entry, audit_link"));
    Files.delete(practice.data.resolve("audit.anchor"));

    var next = practice.node();
    assertThat(kinds()).containsExactly(Kind.ANCHOR_MISSING);
    next.link();
    next.link();
    assertThat(kinds()).containsExactly(Kind.ANCHOR_RENEWED);
  }
}
