package org.saltwater.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RiskFlagRows {
  private final JdbcClient jdbc;

  RiskFlagRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One open flag for a client and source. A worse answer makes it more urgent and never later:
  /// whoever was owed contact by noon is still owed it by noon. After contact it begins anew.
  ///
  /// @return the open flag, and whether this changed anything
  Optional<RiskFlag> raise(RiskFlag flag) {
    return jdbc.sql(
            """
            insert into safety_risk_flag (id, client, level, urgency, source, state, raised_at,
              contact_by)
            values (:id, :client, :level, :urgency, :source, 'RAISED', :raised, :by)
            on conflict (client, source) where state <> 'CLOSED' do update
              set level = excluded.level, urgency = excluded.urgency, state = 'RAISED',
                raised_at = excluded.raised_at,
                contact_by = case when safety_risk_flag.state = 'CONTACTED' then excluded.contact_by
                  else least(excluded.contact_by, safety_risk_flag.contact_by) end,
                reminded_at = null, seen_by = null, seen_at = null,
                contacted_by = null, contacted_at = null
              where excluded.urgency > safety_risk_flag.urgency
                or safety_risk_flag.state = 'CONTACTED'
            returning *
            """)
        .param("id", flag.id())
        .param("client", flag.client().value())
        .param("level", flag.level().name())
        .param("urgency", flag.level().ordinal())
        .param("source", flag.source().name())
        .param("raised", flag.raisedAt().atOffset(ZoneOffset.UTC))
        .param("by", flag.contactBy().atOffset(ZoneOffset.UTC))
        .query(RiskFlagRows::flag)
        .optional();
  }

  RiskFlag getOpen(ClientId client, RiskSource source) {
    return jdbc.sql(
            """
            select * from safety_risk_flag
            where client = :client and source = :source and state <> 'CLOSED'
            """)
        .param("client", client.value())
        .param("source", source.name())
        .query(RiskFlagRows::flag)
        .single();
  }

  Optional<RiskFlag> find(UUID id) {
    return jdbc.sql("select * from safety_risk_flag where id = :id")
        .param("id", id)
        .query(RiskFlagRows::flag)
        .optional();
  }

  List<RiskFlag> listOpen() {
    return jdbc.sql(
            """
            select * from safety_risk_flag where state <> 'CLOSED'
            order by state = 'CONTACTED', contact_by, id
            """)
        .query(RiskFlagRows::flag)
        .list();
  }

  List<RiskFlag> listOpenFor(ClientId client) {
    return jdbc.sql(
            """
            select * from safety_risk_flag where client = :client and state <> 'CLOSED'
            order by contact_by, id
            """)
        .param("client", client.value())
        .query(RiskFlagRows::flag)
        .list();
  }

  /// @return whether the flag was still in the state before
  boolean move(UUID id, RiskState from, RiskState to, PersonId by, Instant at) {
    var step = to.name().toLowerCase(Locale.ROOT);
    return jdbc.sql(
                """
                update safety_risk_flag set state = :to, %s_by = :by, %s_at = :at
                where id = :id and state = :from
                """
                    .formatted(step, step))
            .param("to", to.name())
            .param("by", by.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  /// Flags whose time has passed without contact; each is given out again whenever as much time
  /// has passed as its level allows.
  List<RiskFlag> takeOverdue(Instant now) {
    return jdbc.sql(
            """
            update safety_risk_flag set reminded_at = :now
            where state in ('RAISED', 'SEEN') and contact_by < :now
              and (reminded_at is null or reminded_at <= cast(:now as timestamptz)
                - make_interval(secs => (cast(:seconds as bigint[]))[urgency + 1]))
            returning *
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param(
            "seconds",
            Stream.of(RiskLevel.values())
                .map(level -> level.contactWithin().toSeconds())
                .toArray(Long[]::new))
        .query(RiskFlagRows::flag)
        .list();
  }

  /// Whether anyone still waits for contact.
  boolean isSomeoneWaiting() {
    return jdbc.sql(
            "select exists (select from safety_risk_flag where state in ('RAISED', 'SEEN'))")
        .query(Boolean.class)
        .single();
  }

  private static RiskFlag flag(ResultSet row, int number) throws SQLException {
    return new RiskFlag(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        RiskLevel.valueOf(row.getString("level")),
        RiskSource.valueOf(row.getString("source")),
        RiskState.valueOf(row.getString("state")),
        row.getTimestamp("raised_at").toInstant(),
        row.getTimestamp("contact_by").toInstant(),
        step(row, "seen"),
        step(row, "contacted"),
        step(row, "closed"));
  }

  private static Optional<RiskFlag.Step> step(ResultSet row, String name) throws SQLException {
    var by = row.getObject(name + "_by", UUID.class);
    return by == null
        ? Optional.empty()
        : Optional.of(
            new RiskFlag.Step(new PersonId(by), row.getTimestamp(name + "_at").toInstant()));
  }
}
