package org.saltwater.alliance;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.saltwater.alliance.RuptureRule.Said;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.sessions.SessionEnded;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Notices ruptures and repairs as the client saves a check-in: within their own request, which
/// reads what is theirs. Nothing is opened at any other time.
@Component
class RuptureWatch {
  private final JdbcClient jdbc;
  private final TherapySessions sessions;
  private final Ruptures ruptures;
  private final AuditLog audit;
  private final Clock clock;

  RuptureWatch(
      JdbcClient jdbc, TherapySessions sessions, Ruptures ruptures, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.ruptures = ruptures;
    this.audit = audit;
    this.clock = clock;
  }

  /// One after the other for one client, until the caller's transaction ends.
  void takeTurn(ClientId client) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:client, 150))::text")
        .param("client", client.toString())
        .query(String.class)
        .single();
  }

  /// Reads the hours of the two anew.
  ///
  /// @param saved everything that the client has said
  void follow(TherapySession session, List<SavedCheckIn> saved) {
    var said = new HashMap<AppointmentId, Said>();
    saved.forEach(it -> said.put(it.session(), it.answers().map(Said::of).orElse(Said.NOTHING)));
    var hours = new ArrayList<>(held(session));
    if (!hours.isEmpty() && !said.containsKey(hours.getLast().id())) {
      hours.removeLast();
    }
    var noticed =
        RuptureRule.read(
            hours.stream().map(it -> said.getOrDefault(it.id(), Said.NOTHING)).toList());
    for (int i = 0; i < hours.size(); i++) {
      var place = i;
      var hour = hours.get(i);
      noticed.stream()
          .filter(it -> it.hour() == place)
          .findFirst()
          .ifPresentOrElse(it -> keep(hours, hour, it), () -> ruptures.forget(hour.id()));
    }
  }

  /// An hour that nobody says anything about counts among the three as well. It needs no answer to
  /// be opened.
  @ApplicationModuleListener
  void on(SessionEnded event) {
    sessions.find(event.session()).ifPresent(this::count);
  }

  private void count(TherapySession session) {
    takeTurn(session.client());
    var hours = held(session);
    for (var rupture : ruptures.listBetween(session.client(), session.therapist())) {
      var later = hours.stream().filter(it -> endOf(it).isAfter(rupture.hourAt())).toList();
      // The newest may still be answered.
      if (rupture.outcome() == Rupture.Outcome.OPEN && later.size() > RuptureRule.WITHIN) {
        ruptures.keep(
            settled(
                rupture, Rupture.Outcome.NOT_REPAIRED, endOf(later.get(RuptureRule.WITHIN - 1))));
      }
    }
  }

  private void keep(List<TherapySession> hours, TherapySession hour, RuptureRule.Noticed noticed) {
    var now = clock.instant();
    var before = ruptures.find(hour.id());
    ruptures.keep(
        new Rupture(
            hour.id(),
            hour.client(),
            hour.therapist(),
            endOf(hour),
            before.map(Rupture::noticedAt).orElse(now),
            noticed.outcome(),
            noticed.settledIn().isPresent()
                ? Optional.of(endOf(hours.get(noticed.settledIn().getAsInt())))
                : Optional.empty(),
            Optional.empty()));
    if (before.map(Rupture::outcome).filter(noticed.outcome()::equals).isEmpty()) {
      audit.write(
          new AuditEntry(
              null,
              AuditAction.CHANGED,
              hour.client(),
              "alliance.rupture",
              noticed.outcome().code()));
    }
  }

  private List<TherapySession> held(TherapySession session) {
    return sessions.listHeld(session.client()).stream()
        .filter(it -> it.therapist().equals(session.therapist()))
        .toList();
  }

  private static Rupture settled(Rupture it, Rupture.Outcome outcome, Instant at) {
    return new Rupture(
        it.session(),
        it.client(),
        it.therapist(),
        it.hourAt(),
        it.noticedAt(),
        outcome,
        Optional.of(at),
        it.seenAt());
  }

  private static Instant endOf(TherapySession session) {
    return session.endedAt().orElse(session.end());
  }
}
