package org.saltwater.crying.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who agreed that their hours may be looked at together with those of many others.
@Component
class Agreed {
  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;

  Agreed(JdbcClient jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// Says yes, or takes it back; again changes nothing.
  @Transactional
  void set(ClientId client, boolean yes) {
    var changed =
        yes
            ? jdbc.sql(
                    "insert into crying_agreed (client, at) values (?, ?) on conflict do nothing")
                .params(client.value(), Timestamp.from(clock.instant()))
                .update()
            : jdbc.sql("delete from crying_agreed where client = ?").param(client.value()).update();
    if (changed == 1) {
      audit.write(
          new AuditEntry(
              client.person(), AuditAction.CHANGED, client, "crying.agreed", yes ? "yes" : "no"));
    }
  }

  boolean isAgreed(ClientId client) {
    return jdbc.sql("select exists (select from crying_agreed where client = ?)")
        .param(client.value())
        .query(Boolean.class)
        .single();
  }

  /// In no order that tells who agreed when.
  List<ClientId> list() {
    return jdbc.sql("select client from crying_agreed order by client")
        .query((row, _) -> new ClientId(row.getObject(1, java.util.UUID.class)))
        .list();
  }
}
