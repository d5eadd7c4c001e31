package org.saltwater.alliance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.saltwater.alliance.Pattern.Share;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A therapist's own pattern, and the supervisors whom they let see it. It is counted from what is
/// kept in the clear: that a check-in was answered, and what became of a rupture. No client's
// answer
/// is opened for it. Nobody else sees it, and no page puts two therapists side by side.
@Service
public class Patterns {
  static final Duration OVER = Duration.ofDays(365);

  private final JdbcClient jdbc;
  private final TherapySessions sessions;
  private final Ruptures ruptures;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  Patterns(
      JdbcClient jdbc,
      TherapySessions sessions,
      Ruptures ruptures,
      People people,
      AuditLog audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.ruptures = ruptures;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /// A therapist's own.
  public Pattern get(TherapistId therapist) {
    var now = clock.instant();
    var since = now.minus(OVER);
    var held =
        sessions.listOf(therapist.person(), since, now).stream()
            .filter(it -> it.state() == SessionState.ENDED)
            .toList();
    var answered = answered(therapist, since);
    var said = held.stream().filter(it -> answered.contains(it.id())).toList();
    var noticed =
        ruptures.listOf(therapist, since).stream()
            .filter(it -> answered.contains(it.session()))
            .toList();
    var settled = noticed.stream().filter(it -> it.settledAt().isPresent()).toList();
    var back = settled.stream().filter(it -> it.outcome() == Rupture.Outcome.REPAIRED).toList();
    return new Pattern(
        new Share(said.size(), held.size(), clients(held, TherapySession::client)),
        new Share(noticed.size(), said.size(), clients(said, TherapySession::client)),
        new Share(back.size(), settled.size(), clients(settled, Rupture::client)));
  }

  private Set<AppointmentId> answered(TherapistId therapist, Instant since) {
    return jdbc.sql(
            """
            select appointment from alliance_check_in
            where therapist = ? and person = client and not skipped and hour_at > ?
            """)
        .params(therapist.value(), OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .query((row, number) -> new AppointmentId(row.getObject(1, UUID.class)))
        .set();
  }

  private static <T> int clients(List<T> hours, Function<T, ClientId> client) {
    return (int) hours.stream().map(client).distinct().count();
  }

  /// A therapist's, to a supervisor whom they let see it.
  ///
  /// @throws Refusal `not-found` to everyone else
  public Pattern get(TherapistId therapist, PersonId supervisor) {
    if (!listSeeing(therapist).contains(supervisor)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    audit.write(
        new AuditEntry(supervisor, AuditAction.READ, null, "alliance.pattern", "therapist.agreed"));
    return get(therapist);
  }

  /// Those who may see a therapist's pattern.
  public List<PersonId> listSeeing(TherapistId therapist) {
    return jdbc.sql("select supervisor from alliance_pattern_reader where therapist = ?")
        .param(therapist.value())
        .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Those whose pattern a supervisor may see, by name.
  public List<Person> listShownTo(PersonId supervisor) {
    var ids =
        jdbc.sql("select therapist from alliance_pattern_reader where supervisor = ?")
            .param(supervisor.value())
            .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
            .list();
    return people.listAllOf(ids).stream().sorted(Comparator.comparing(Person::name)).toList();
  }

  /// The practice's supervisors, by name.
  public List<Person> listSupervisors() {
    return people.listWith(Role.SUPERVISOR).stream()
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  /// The therapist lets a supervisor see it, until they take it back.
  ///
  /// @throws Refusal `not-found` for someone who is no supervisor
  @Transactional
  public void show(TherapistId therapist, PersonId supervisor) {
    if (people.find(supervisor).filter(it -> it.roles().contains(Role.SUPERVISOR)).isEmpty()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var added =
        jdbc.sql(
                """
                insert into alliance_pattern_reader (therapist, supervisor, since) values (?, ?, ?)
                on conflict do nothing
                """)
            .params(
                therapist.value(),
                supervisor.value(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .update();
    note(therapist, AuditAction.CONSENT_GIVEN, added);
  }

  /// The therapist takes it back. Again changes nothing.
  @Transactional
  public void hide(TherapistId therapist, PersonId supervisor) {
    var gone =
        jdbc.sql("delete from alliance_pattern_reader where therapist = ? and supervisor = ?")
            .params(therapist.value(), supervisor.value())
            .update();
    note(therapist, AuditAction.CONSENT_WITHDRAWN, gone);
  }

  private void note(TherapistId therapist, AuditAction action, int changed) {
    if (changed == 1) {
      audit.write(new AuditEntry(therapist.person(), action, null, "alliance.pattern", "own"));
    }
  }
}
