package org.saltwater.crying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.saltwater.vault.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether tears came in an hour, as each of the two says afterwards. What the client says is known
/// to the therapist who was there, while they treat the client, and to nobody else; what the
/// therapist says is theirs, and belongs to the record.
@Service
public class TearsInTheHour {
  /// @param response what the therapist did, as they say themselves; nothing from a client
  public record Said(
      AppointmentId session, Instant hourAt, HourAnswer answer, Set<Response> response) {
    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  private final JdbcClient jdbc;
  private final EpisodeSeal seal;
  private final EpisodeRows rows;
  private final CryingEpisodes episodes;
  private final TherapySessions sessions;
  private final Access access;
  private final AuditLog audit;
  private final Clock clock;

  TearsInTheHour(
      JdbcClient jdbc,
      EpisodeSeal seal,
      EpisodeRows rows,
      CryingEpisodes episodes,
      TherapySessions sessions,
      Access access,
      AuditLog audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.rows = rows;
    this.episodes = episodes;
    this.sessions = sessions;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /// Says it; again replaces it. If tears came, the client has an episode to note more in.
  ///
  /// @param answer null for who would rather not say: nothing is kept of that
  /// @param response what a therapist did; ignored from a client
  /// @throws Refusal `not-found` to anyone who was not in the hour, and to a therapist who does not
  ///     treat the client any more; `hour-not-over`
  @Transactional
  public void save(
      SignedIn me, AppointmentId id, @Nullable HourAnswer answer, Set<Response> response) {
    var session = ended(me, id);
    var own = session.client().person().equals(me.id());
    rows.takeTurn(session.client());
    jdbc.sql("delete from crying_hour where appointment = ? and person = ?")
        .params(id.value(), me.id().value())
        .update();
    if (answer != null) {
      var said = new Said(id, hourAt(session), answer, own ? Set.of() : Set.copyOf(response));
      insert(session, me.id(), said);
      if (own) {
        answer.who().ifPresent(who -> note(session, who));
      }
    }
    audit.write(
        new AuditEntry(me.id(), AuditAction.CHANGED, session.client(), "crying.hour", "own-view"));
  }

  /// What a person said about an hour, to that person.
  ///
  /// @throws Refusal as [#save]
  public Optional<Said> findOwn(SignedIn me, AppointmentId id) {
    var session = ended(me, id);
    if (!isSaid(id, me.id())) {
      return Optional.empty();
    }
    var evidence = access.toReadAgain(me, session.client(), Scope.MESSAGES, "crying.hour");
    return list(evidence, me.id()).stream().filter(it -> it.session().equals(id)).findFirst();
  }

  /// What the client said, the newest hour first: to themselves, and to the therapist who was
  /// there.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach what the client writes
  public List<Said> list(Evidence evidence) {
    return list(evidence, evidence.owner().person());
  }

  /// The episode that the client has of an hour.
  public Optional<EpisodeId> findEpisode(AppointmentId session, ClientId client) {
    return rows.find(session, client.person()).map(EpisodeRows.Row::id);
  }

  /// Whether there is anything that a reader who was there could read: without opening it.
  public boolean isAnySaid(ClientId client, PersonId therapist) {
    return jdbc.sql(
            "select exists (select from crying_hour where client = ? and person = client and"
                + " therapist = ?)")
        .params(client.value(), therapist.value())
        .query(Boolean.class)
        .single();
  }

  private List<Said> list(Evidence evidence, PersonId person) {
    evidence.require(Scope.MESSAGES);
    return jdbc
        .sql(
            """
            select appointment, person, therapist, hour_at, sealed from crying_hour
            where client = ? and person = ? order by hour_at desc
            """)
        .params(evidence.owner().value(), person.value())
        .query((row, _) -> open(evidence, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Said> open(Evidence evidence, ResultSet row) throws SQLException {
    var therapist = new PersonId(row.getObject("therapist", UUID.class));
    var hourAt = row.getObject("hour_at", OffsetDateTime.class).toInstant();
    var reaches =
        evidence.basis() == Evidence.Basis.OWN
            || (evidence.reader().equals(therapist) && evidence.covers(Scope.MESSAGES, hourAt));
    return reaches
        ? Optional.of(
            seal.said(
                evidence,
                new AppointmentId(row.getObject("appointment", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getBytes("sealed")))
        : Optional.empty();
  }

  private void insert(TherapySession session, PersonId person, Said said) {
    jdbc.sql(
            """
            insert into crying_hour
              (appointment, person, client, therapist, hour_at, answered_at, sealed)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            session.id().value(),
            person.value(),
            session.client().value(),
            session.therapist().value(),
            EpisodeRows.utc(said.hourAt()),
            EpisodeRows.utc(clock.instant()),
            seal.said(session.client(), person, said))
        .update();
  }

  /// The client is asked at every moment, since no page here asks how they are; and not at all
  /// about tears that were not theirs.
  private void note(TherapySession session, WhoCried who) {
    var client = session.client();
    var before = findEpisode(session.id(), client);
    var ask = who == WhoCried.THERAPIST ? Set.<MoodMoment>of() : EnumSet.allOf(MoodMoment.class);
    var note =
        before
            .flatMap(id -> episodes.find(Evidence.own(client), id))
            .map(it -> it.note().with(who))
            .orElseGet(() -> EpisodeNote.of(session, hourAt(session), who));
    episodes.save(client, before.orElseGet(EpisodeId::random), note, ask);
  }

  private TherapySession ended(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!access.mayRead(me, session.client(), Scope.MESSAGES)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    if (session.state() != SessionState.ENDED) {
      throw new Refusal(CryingProblem.HOUR_NOT_OVER);
    }
    return session;
  }

  private boolean isSaid(AppointmentId id, PersonId person) {
    return jdbc.sql("select exists (select from crying_hour where appointment = ? and person = ?)")
        .params(id.value(), person.value())
        .query(Boolean.class)
        .single();
  }

  private static Instant hourAt(TherapySession session) {
    return session.endedAt().orElse(session.end()).truncatedTo(ChronoUnit.MICROS);
  }
}
