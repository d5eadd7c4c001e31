package org.saltwater.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditFinding.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Walks the whole log once, row by row, against one snapshot of the database.
final class AuditVerification {
  private static final int AT_A_TIME = 2_000;
  private static final int FINDINGS_SHOWN = 1_000;

  /// Far more than the second or so a link takes; longer means nobody is linking.
  static final Duration LINKED_WITHIN = Duration.ofMinutes(1);

  private final AuditKey key;
  private final AuditAnchor.State anchor;
  private final Instant now;
  private final List<AuditFinding> findings = new ArrayList<>();
  private long faults;
  private long links;
  private long waiting;
  private boolean anchorSeen;
  private AuditHead head = AuditHead.START;

  private AuditVerification(AuditKey key, AuditAnchor.State anchor, Instant now) {
    this.key = key;
    this.anchor = anchor;
    this.now = now;
  }

  /// @param snapshot a repeatable-read transaction
  static AuditReport run(
      JdbcTemplate jdbc,
      TransactionOperations snapshot,
      Clock clock,
      AuditKey key,
      AuditAnchor anchor) {
    // The anchor first: the log goes on growing, and may be ahead of it but never behind.
    var verification = new AuditVerification(key, anchor.read(), clock.instant());
    snapshot.executeWithoutResult(status -> verification.walk(jdbc));
    return verification.report();
  }

  private void walk(JdbcTemplate jdbc) {
    var rows = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    rows.setFetchSize(AT_A_TIME);
    rows.query(
        "select l.seq, l.entry, l.hash, "
            + AuditRow.COLUMNS
            + " from audit_link l left join audit_entry e on e.id = l.entry order by l.seq",
        this::link);
    rows.query(
        "select "
            + AuditRow.COLUMNS
            + " from audit_entry e where not exists"
            + " (select from audit_link l where l.entry = e.id)",
        this::unlinked);
    compareWithAnchor();
  }

  private void link(ResultSet row) throws SQLException {
    links++;
    var linked = new AuditHead(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash")));
    var entry = String.valueOf(row.getObject("entry", UUID.class));
    if (linked.seq() != head.seq() + 1) {
      find(Kind.LINK_MISSING, linked.seq(), entry);
    }
    if (row.getObject("id", UUID.class) == null) {
      find(Kind.ENTRY_MISSING, linked.seq(), entry);
    } else {
      entry(linked, AuditRow.read(row));
    }
    if (anchor instanceof AuditAnchor.State.Held(var anchored) && anchored.seq() == linked.seq()) {
      anchorSeen = anchored.equals(linked);
    }
    head = linked;
  }

  private void entry(AuditHead linked, AuditRow row) {
    if (!row.isSealedWith(key)) {
      find(Kind.ENTRY_CHANGED, linked.seq(), row.id().toString());
    } else if (!new AuditHead(linked.seq() - 1, head.hash()).next(row).equals(linked)) {
      find(Kind.LINK_CHANGED, linked.seq(), row.id().toString());
    } else if (row.action().equals(AuditAction.ENTRY_LOST.name())) {
      find(Kind.ENTRY_LOST, linked.seq(), row.id().toString());
    } else if (row.action().equals(AuditAction.ANCHOR_RENEWED.name())) {
      find(Kind.ANCHOR_RENEWED, linked.seq(), row.id().toString());
    }
  }

  private void unlinked(ResultSet result) throws SQLException {
    var row = AuditRow.read(result);
    if (!row.isSealedWith(key)) {
      find(Kind.ENTRY_FORGED, 0, row.id().toString());
    } else if (row.at().isBefore(now.minus(LINKED_WITHIN))) {
      find(Kind.ENTRY_LEFT_UNLINKED, 0, row.id().toString());
    } else {
      waiting++;
    }
  }

  private void compareWithAnchor() {
    switch (anchor) {
      case AuditAnchor.State.Held(var anchored) when anchored.seq() > 0 && !anchorSeen ->
          find(Kind.TAIL_CUT, anchored.seq(), null);
      case AuditAnchor.State.Held held -> {}
      // Also beside an empty log: the key and the anchor are made together.
      case AuditAnchor.State.Missing missing -> find(Kind.ANCHOR_MISSING, 0, null);
      case AuditAnchor.State.Broken broken -> find(Kind.ANCHOR_BROKEN, 0, null);
    }
  }

  private void find(Kind kind, long seq, @Nullable String entry) {
    faults++;
    if (findings.size() < FINDINGS_SHOWN) {
      findings.add(new AuditFinding(kind, seq, entry == null ? "" : entry));
    }
  }

  private AuditReport report() {
    return new AuditReport(links, waiting, List.copyOf(findings), faults);
  }
}
