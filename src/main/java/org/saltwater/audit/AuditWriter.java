package org.saltwater.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Seals an entry and adds it, in the caller's transaction.
record AuditWriter(JdbcTemplate jdbc, Clock clock, AuditKey key) {
  UUID write(AuditEntry entry) {
    var row = row(entry).sealedWith(key);
    JdbcClient.create(jdbc)
        .sql(
            """
            insert into audit_entry (id, at, actor, action, subject, thing, reason, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(row.id())
        .param(row.at().atOffset(ZoneOffset.UTC))
        .param(row.actor())
        .param(row.action())
        .param(row.subject())
        .param(row.thing())
        .param(row.reason())
        .param(HexFormat.of().parseHex(row.seal()))
        .update();
    return row.id();
  }

  private AuditRow row(AuditEntry entry) {
    var actor = entry.actor();
    var subject = entry.subject();
    // PostgreSQL keeps microseconds; the seal must be over what will be read back.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new AuditRow(
        AuditId.next(at),
        at,
        actor == null ? null : actor.value(),
        entry.action().name(),
        subject == null ? null : subject.value(),
        entry.thing(),
        entry.reason(),
        "");
  }
}
