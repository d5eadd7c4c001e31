package org.saltwater.alliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ruptures that were noticed. Like a risk flag, that there is one is kept in the clear, so that a
/// therapist's home can say it without opening anybody's answers.
@Component
public class Ruptures {
  /// How long the home says that something has passed. Our own choice of figure.
  private static final Duration TOLD_FOR = Duration.ofDays(14);

  private final JdbcClient jdbc;
  private final Episodes episodes;
  private final AuditLog audit;
  private final Clock clock;

  Ruptures(JdbcClient jdbc, Episodes episodes, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.episodes = episodes;
    this.audit = audit;
    this.clock = clock;
  }

  /// What a therapist should know of now: of clients whom they treat, not put aside, and the
  /// settled ones for two weeks; the newest hour first.
  public List<Rupture> listToSee(TherapistId therapist) {
    var treated = episodes.listOpenFor(therapist).stream().map(it -> it.client()).toList();
    var since = clock.instant().minus(TOLD_FOR);
    return list("therapist = ? and seen_at is null order by hour_at desc", therapist.value())
        .stream()
        .filter(it -> treated.contains(it.client()))
        .filter(it -> it.settledAt().map(at -> at.isAfter(since)).orElse(true))
        .toList();
  }

  /// Between the two, the newest hour first. The caller has made sure that the reader may know.
  public List<Rupture> listBetween(ClientId client, TherapistId therapist) {
    return list(
        "client = ? and therapist = ? order by hour_at desc", client.value(), therapist.value());
  }

  /// Everything that was noticed with a therapist in hours after this moment.
  List<Rupture> listOf(TherapistId therapist, Instant since) {
    return list("therapist = ?", therapist.value()).stream()
        .filter(it -> it.hourAt().isAfter(since))
        .toList();
  }

  public Optional<Rupture> find(AppointmentId session) {
    return list("appointment = ?", session.value()).stream().findFirst();
  }

  /// The therapist has seen it and puts it aside. Again changes nothing; what follows shows again.
  ///
  /// @throws Refusal `not-found` to anyone but the therapist of that hour, while they treat the
  ///     client
  @Transactional
  public void putAside(TherapistId therapist, AppointmentId session) {
    var rupture =
        find(session)
            .filter(it -> it.therapist().equals(therapist))
            .filter(it -> episodes.findOpen(it.client(), therapist).isPresent())
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    var changed =
        jdbc.sql(
                "update alliance_rupture set seen_at = ? where appointment = ? and seen_at is null")
            .params(utc(clock.instant()), session.value())
            .update();
    if (changed == 1) {
      audit.write(
          new AuditEntry(
              therapist.person(),
              AuditAction.CHANGED,
              rupture.client(),
              "alliance.rupture",
              "seen"));
    }
  }

  /// Keeps what became of an hour. A change of outcome shows again, even if it was put aside.
  void keep(Rupture rupture) {
    jdbc.sql(
            """
            insert into alliance_rupture as old
              (appointment, client, therapist, hour_at, noticed_at, outcome, settled_at)
            values (:id, :client, :therapist, :hour, :noticed, :outcome, :settled)
            on conflict (appointment) do update
            set outcome = excluded.outcome, settled_at = excluded.settled_at,
              seen_at = case when old.outcome = excluded.outcome then old.seen_at end
            """)
        .param("id", rupture.session().value())
        .param("client", rupture.client().value())
        .param("therapist", rupture.therapist().value())
        .param("hour", utc(rupture.hourAt()))
        .param("noticed", utc(rupture.noticedAt()))
        .param("outcome", rupture.outcome().name())
        .param("settled", rupture.settledAt().map(Ruptures::utc).orElse(null))
        .update();
  }

  void forget(AppointmentId session) {
    jdbc.sql("delete from alliance_rupture where appointment = ?").param(session.value()).update();
  }

  private List<Rupture> list(String which, UUID... ids) {
    return jdbc.sql(
            """
            select appointment, client, therapist, hour_at, noticed_at, outcome, settled_at, seen_at
            from alliance_rupture where\s"""
                + which)
        .params(List.of(ids))
        .query((row, number) -> rupture(row))
        .list();
  }

  private static Rupture rupture(ResultSet row) throws SQLException {
    return new Rupture(
        new AppointmentId(row.getObject("appointment", UUID.class)),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("therapist", UUID.class)),
        row.getObject("hour_at", OffsetDateTime.class).toInstant(),
        row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
        Rupture.Outcome.valueOf(row.getString("outcome")),
        at(row, "settled_at"),
        at(row, "seen_at"));
  }

  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
