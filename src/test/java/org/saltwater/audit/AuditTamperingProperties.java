package org.saltwater.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.springframework.transaction.support.TransactionOperations;

/// Whoever owns the database can do anything to it. Whatever they do to the log, it is found.
@Tag("record")
class AuditTamperingProperties {
  private static final int ROWS = 300;
  private static final AuditedPractice PRACTICE = new AuditedPractice().withEntries(ROWS);

  /// Ways to tamper, each with one to three random numbers.
  enum Deed {
    FLIP_IN_ENTRY,
    FLIP_IN_LINK,
    REWRITE_TEXT,
    MOVE_TIME,
    FORGET_WHO,
    DELETE_ENTRY,
    DELETE_LINK,
    DELETE_BOTH,
    DELETE_SOME_AND_CLOSE_THE_GAP,
    CUT_TAIL,
    CUT_TAIL_AND_ANCHOR,
    CUT_HEAD,
    SWAP_CONTENTS,
    SWAP_LINKS,
    SWAP_HASHES,
    INSERT_UNLINKED,
    INSERT_LINKED,
    CHANGE_AND_RECOMPUTE_THE_CHAIN
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void anyTamperingIsFound(
      @ForAll Deed deed, @ForAll @IntRange(min = 1, max = ROWS) int place, @ForAll long seed) {
    var random = new Random(seed);
    var anchorIn =
        deed == Deed.CUT_TAIL_AND_ANCHOR ? PRACTICE.data.resolve("nothing") : PRACTICE.data;
    assertThat(findingsAfter(() -> tamper(deed, place, random), anchorIn))
        .as("%s at %d", deed, place)
        .isPositive();
  }

  @Property(tries = 5)
  void aCleanLogIsNeverReported(@ForAll @IntRange(max = 50) int more) {
    PRACTICE.withEntries(more);
    assertThat(PRACTICE.log.verify().findings()).isEmpty();
    assertThat(findingsAfter(() -> {}, PRACTICE.data)).isZero();
  }

  /// In a transaction that is rolled back, so that each try begins with a clean log.
  private static long findingsAfter(Runnable deed, Path anchorIn) {
    return Objects.requireNonNull(
        PRACTICE.transaction.execute(
            status -> {
              status.setRollbackOnly();
              PRACTICE.unguarded(deed);
              return AuditVerification.run(
                      PRACTICE.sql,
                      TransactionOperations.withoutTransaction(),
                      PRACTICE.clock,
                      AuditKey.in(PRACTICE.data, false),
                      new AuditAnchor(anchorIn, AuditKey.in(PRACTICE.data, false)))
                  .faults();
            }));
  }

  private static void tamper(Deed deed, int place, Random random) {
    var other = 1 + (place + random.nextInt(ROWS - 1)) % ROWS;
    switch (deed) {
      case FLIP_IN_ENTRY -> flip("audit_entry", "id", entryAt(place), random);
      case FLIP_IN_LINK -> flip("audit_link", "entry", entryAt(place), random);
      case REWRITE_TEXT -> {
        var column = List.of("action", "thing", "reason").get(random.nextInt(3));
        run(
            "update audit_entry set " + column + " = " + column + " || ? where id = ?",
            List.of(" ", "x", "\u200b", "é").get(random.nextInt(4)),
            entryAt(place));
      }
      case MOVE_TIME ->
          run(
              "update audit_entry set at = at + interval '1 microsecond' * ? where id = ?",
              1 + random.nextInt(1_000_000),
              entryAt(place));
      case FORGET_WHO -> {
        var column = random.nextBoolean() ? "actor" : "subject";
        run("update audit_entry set " + column + " = null where id = ?", entryAt(place));
      }
      case DELETE_ENTRY -> run("delete from audit_entry where id = ?", entryAt(place));
      case DELETE_LINK -> run("delete from audit_link where seq = ?", place);
      case DELETE_BOTH -> deleteBoth("seq = " + place);
      case DELETE_SOME_AND_CLOSE_THE_GAP -> {
        deleteBoth("seq = " + place);
        run("update audit_link set seq = -seq where seq > ?", place);
        run("update audit_link set seq = -seq - 1 where seq < 0");
      }
      case CUT_TAIL, CUT_TAIL_AND_ANCHOR -> deleteBoth("seq >= " + place);
      case CUT_HEAD -> deleteBoth("seq <= " + place);
      case SWAP_CONTENTS -> swapContents(entryAt(place), entryAt(other));
      case SWAP_LINKS -> {
        run("update audit_link set seq = -1 where seq = ?", place);
        run("update audit_link set seq = ? where seq = ?", place, other);
        run("update audit_link set seq = ? where seq = -1", other);
      }
      case SWAP_HASHES ->
          run(
              "update audit_link l set hash = o.hash from audit_link o"
                  + " where (l.seq, o.seq) in ((?, ?), (?, ?))",
              place,
              other,
              other,
              place);
      case INSERT_UNLINKED -> insertCopyOf(entryAt(place));
      case INSERT_LINKED -> {
        insertCopyOf(entryAt(place));
        recomputeChain();
      }
      case CHANGE_AND_RECOMPUTE_THE_CHAIN -> {
        run("update audit_entry set actor = gen_random_uuid() where id = ?", entryAt(place));
        recomputeChain();
      }
    }
  }

  private static UUID entryAt(int place) {
    return Objects.requireNonNull(
        PRACTICE.sql.queryForObject(
            "select entry from audit_link where seq = ?", UUID.class, place));
  }

  /// One bit of one column of one row.
  private static void flip(String table, String by, UUID entry, Random random) {
    var column =
        table.equals("audit_entry")
            ? List.of("id", "actor", "subject", "seal").get(random.nextInt(4))
            : List.of("entry", "hash").get(random.nextInt(2));
    var isBytes = column.equals("seal") || column.equals("hash");
    var bit = random.nextInt(isBytes ? 256 : 128);
    var bytes = isBytes ? column : "uuid_send(" + column + ")";
    var flipped = "set_bit(" + bytes + ", " + bit + ", 1 - get_bit(" + bytes + ", " + bit + "))";
    run(
        "update "
            + table
            + " set "
            + column
            + " = "
            + (isBytes ? flipped : "encode(" + flipped + ", 'hex')::uuid")
            + " where "
            + by
            + " = ?",
        entry);
  }

  private static void deleteBoth(String where) {
    run("delete from audit_entry where id in (select entry from audit_link where " + where + ")");
    run("delete from audit_link where " + where);
  }

  private static void swapContents(UUID one, UUID other) {
    run(
        "update audit_entry e set at = o.at, actor = o.actor, action = o.action, subject = o.subject,"
            + " thing = o.thing, reason = o.reason, seal = o.seal from audit_entry o"
            + " where (e.id, o.id) in ((?, ?), (?, ?))",
        one,
        other,
        other,
        one);
  }

  private static void insertCopyOf(UUID entry) {
    run(
        "insert into audit_entry (id, at, actor, action, subject, thing, reason, seal)"
            + " select gen_random_uuid(), at, actor, action, subject, thing, reason, seal"
            + " from audit_entry where id = ?",
        entry);
  }

  /// SHA-256 is no secret: someone who can write the database can compute a whole new chain.
  private static void recomputeChain() {
    var rows =
        PRACTICE.sql.query(
            "select " + AuditRow.COLUMNS + " from audit_entry e order by e.at, e.id",
            (row, number) -> AuditRow.read(row));
    run("delete from audit_link");
    var head = AuditHead.START;
    for (var row : rows) {
      head = head.next(row);
      run(
          "insert into audit_link (seq, entry, hash) values (?, ?, decode(?, 'hex'))",
          head.seq(),
          row.id(),
          head.hash());
    }
  }

  private static void run(String sql, Object... arguments) {
    PRACTICE.sql.update(sql, arguments);
  }
}
