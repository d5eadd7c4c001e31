package org.saltwater.alliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// How the two found each hour. The client's is for both to talk about; the therapist's own is
/// theirs, and belongs to the client's record. Both are sealed with the client's key.
///
/// The ratings are scores, and travel as scores do. What felt wrong is read by the therapist of
// that
/// hour, if the client shares the words, and by nobody else: not by a supervisor, not by the next
/// therapist.
@Service
public class CheckIns {
  private static final int EVERY = Integer.MAX_VALUE;

  private final JdbcClient jdbc;
  private final TherapySessions sessions;
  private final Access access;
  private final RuptureWatch watch;
  private final Vault vault;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;
  private final Clock clock;

  CheckIns(
      JdbcClient jdbc,
      TherapySessions sessions,
      Access access,
      RuptureWatch watch,
      Vault vault,
      AuditLog audit,
      ApplicationEventPublisher events,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.sessions = sessions;
    this.access = access;
    this.watch = watch;
    this.vault = vault;
    this.audit = audit;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  /// Saves a person's answers; again replaces them. Answers that say nothing count as skipped.
  ///
  /// @throws Refusal `not-found` to anyone who was not in the hour, and to a therapist who does not
  ///     treat the client any more; `no-session-yet` before its end
  @Transactional
  public void save(SignedIn me, AppointmentId id, CheckIn answers) {
    var session = sessions.get(id, me.id());
    if (session.state() != SessionState.ENDED) {
      throw new Refusal(AllianceProblem.NO_SESSION_YET);
    }
    requireStillWith(me, session);
    watch.takeTurn(session.client());
    jdbc.sql(
            """
            insert into alliance_check_in
              (appointment, person, client, therapist, hour_at, saved_at, skipped, sealed)
            values (:appointment, :person, :client, :therapist, :hourAt, :at, :skipped, :sealed)
            on conflict (appointment, person) do update
            set saved_at = excluded.saved_at, skipped = excluded.skipped, sealed = excluded.sealed
            """)
        .param("appointment", id.value())
        .param("person", me.id().value())
        .param("client", session.client().value())
        .param("therapist", session.therapist().value())
        .param("hourAt", Timestamp.from(session.endedAt().orElse(session.end())))
        .param("at", Timestamp.from(clock.instant()))
        .param("skipped", answers.saysNothing())
        .param("sealed", answers.saysNothing() ? null : seal(session, me.id(), answers))
        .update();
    audit.write(
        new AuditEntry(
            me.id(), AuditAction.CHANGED, session.client(), "alliance.check-in", "own-view"));
    if (session.client().person().equals(me.id())) {
      watch.follow(session, select(Evidence.own(session.client()), me.id(), null, EVERY));
    }
    events.publishEvent(new CheckInSaved(id, me.id()));
  }

  /// What a person said about an hour, to that person.
  ///
  /// @throws Refusal as [#save], but for `no-session-yet`
  public Optional<SavedCheckIn> findOwn(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    requireStillWith(me, session);
    if (!isSaved(id, me.id())) {
      return Optional.empty();
    }
    var evidence = access.toReadAgain(me, session.client(), Scope.SCORES, "alliance.check-in");
    return select(evidence, me.id(), id, 1).stream().findFirst();
  }

  /// Whether the person has answered or skipped it: without opening what they said.
  public boolean isSaved(AppointmentId id, PersonId person) {
    return jdbc.sql(
            "select exists (select from alliance_check_in where appointment = ? and person = ?)")
        .params(id.value(), person.value())
        .query(Boolean.class)
        .single();
  }

  /// What the client said about each hour, the newest hour first.
  ///
  /// @param most at most so many hours
  /// @throws Refusal `not-allowed` if the evidence does not reach scores
  public List<SavedCheckIn> listFor(Evidence evidence, int most) {
    return select(evidence, evidence.owner().person(), null, most);
  }

  /// Whether the client has answered for any hour: without opening what they said.
  boolean hasAny(ClientId client) {
    return jdbc.sql(
            """
            select exists (
              select from alliance_check_in where client = ? and person = client and not skipped)
            """)
        .param(client.value())
        .query(Boolean.class)
        .single();
  }

  /// A therapist adds to a record, and reads in it, only while they treat the client.
  private void requireStillWith(SignedIn me, TherapySession session) {
    if (!access.mayRead(me, session.client(), Scope.SCORES)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }

  private List<SavedCheckIn> select(
      Evidence evidence, PersonId person, @Nullable AppointmentId session, int most) {
    evidence.require(Scope.SCORES);
    return jdbc
        .sql(
            """
            select appointment, person, therapist, hour_at, saved_at, sealed from alliance_check_in
            where client = :client and person = :person
              and (cast(:session as uuid) is null or appointment = :session)
            order by hour_at desc limit :most
            """)
        .param("client", evidence.owner().value())
        .param("person", person.value())
        .param("session", session == null ? null : session.value())
        .param("most", most)
        .query((row, _) -> open(evidence, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private byte[] seal(TherapySession session, PersonId person, CheckIn answers) {
    return vault.seal(
        new KeyScope.OfClient(session.client()),
        place(session.id(), person),
        json.writeValueAsString(answers));
  }

  /// Empty for an hour that ended before the time the evidence reaches back to.
  private Optional<SavedCheckIn> open(Evidence evidence, ResultSet row) throws SQLException {
    var session = new AppointmentId(row.getObject("appointment", UUID.class));
    var person = new PersonId(row.getObject("person", UUID.class));
    var hourAt = row.getTimestamp("hour_at").toInstant();
    if (!evidence.covers(Scope.SCORES, hourAt)) {
      return Optional.empty();
    }
    var therapist = new PersonId(row.getObject("therapist", UUID.class));
    var answers =
        Optional.ofNullable(row.getBytes("sealed"))
            .map(
                bytes ->
                    vault.open(
                        evidence,
                        new KeyScope.OfClient(evidence.owner()),
                        place(session, person),
                        bytes))
            .map(text -> json.readValue(text, CheckIn.class));
    var own = evidence.basis() == Evidence.Basis.OWN || evidence.reader().equals(person);
    var told = own || evidence.reader().equals(therapist);
    return Optional.of(
        new SavedCheckIn(
            session,
            person,
            hourAt,
            row.getTimestamp("saved_at").toInstant(),
            answers.map(said -> own || (told && said.wordsShared()) ? said : said.ratingsOnly()),
            told && answers.filter(said -> !said.feltWrong().isEmpty()).isPresent()));
  }

  private static Place place(AppointmentId session, PersonId person) {
    return new Place("alliance_check_in", session.value(), "sealed/" + person);
  }
}
