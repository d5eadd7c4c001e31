package org.saltwater.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Those who may read a record without being the client's therapist: a supervisor whom the client
/// agreed to, and a therapist on call who breaks the glass. Both end by themselves, and the client
/// sees both.
@Component
@Transactional
public class GuestAccess {
  /// How long a supervisor may look, from the day they are asked for.
  private static final Duration SUPERVISION = Duration.ofDays(90);

  private static final Set<Scope> FOR_SUPERVISION = Set.of(Scope.QUESTIONNAIRE, Scope.SCORES);
  private static final Set<Scope> ON_CALL =
      Set.of(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.APPOINTMENTS);

  private final Edges edges;
  private final Episodes episodes;
  private final People people;
  private final OnCall onCall;
  private final RiskFlags flags;
  private final CareNotices notices;
  private final CareSettings settings;
  private final Clock clock;

  GuestAccess(
      Edges edges,
      Episodes episodes,
      People people,
      OnCall onCall,
      RiskFlags flags,
      CareNotices notices,
      CareSettings settings,
      Clock clock) {
    this.edges = edges;
    this.episodes = episodes;
    this.people = people;
    this.onCall = onCall;
    this.flags = flags;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /// The client's therapist asks whether a supervisor may look into the record; until the client
  /// says yes, nobody may. Asking again changes nothing.
  ///
  /// @throws Refusal `not-found` to anyone but the client's therapist, or if the other is no
  ///     supervisor
  public void askForSupervision(TherapistId therapist, ClientId client, PersonId supervisor) {
    // Kept open until the question stands: whoever changes therapist meanwhile also ends it.
    if (episodes
        .findOpenToChange(client)
        .filter(it -> it.therapist().equals(therapist))
        .isEmpty()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    if (people.find(supervisor).filter(it -> it.roles().contains(Role.SUPERVISOR)).isEmpty()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var now = now();
    edges.add(
        edge(
            client,
            supervisor,
            EdgeKind.SUPERVISION,
            EdgeState.ASKED,
            "supervision",
            Optional.of(therapist.person()),
            now,
            SUPERVISION),
        Reach.only(FOR_SUPERVISION),
        therapist.person());
  }

  /// The client's yes.
  ///
  /// @throws Refusal `not-found`, or `supervision-answered` if it was answered or has ended
  public void agree(ClientId client, UUID edge) {
    edges.move(edge, client, EdgeState.OPEN);
  }

  /// The client's no.
  ///
  /// @throws Refusal `not-found`, or `supervision-answered` if it was answered or has ended
  public void decline(ClientId client, UUID edge) {
    edges.move(edge, client, EdgeState.DECLINED);
  }

  /// The client takes back a yes. A therapist's access ends by changing therapist instead.
  ///
  /// @throws Refusal `not-found`, or `supervision-answered` if it is not open
  public void withdraw(ClientId client, UUID edge) {
    var theirs =
        edges.listCurrent(client).stream()
            .filter(it -> it.id().equals(edge) && it.kind() == EdgeKind.SUPERVISION)
            .findFirst();
    if (theirs.isEmpty()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    edges.move(edge, client, EdgeState.CLOSED);
  }

  /// Whether this person is on call now, and could open a record.
  public boolean mayBreakGlass(SignedIn reader) {
    return reader.is(Role.THERAPIST) && onCall.isNow(reader.id());
  }

  /// A therapist on call opens a record for an hour. The client gets a mail, and sees who and why.
  ///
  /// @throws Refusal `not-on-call`; `not-found` if nobody is known by that id
  public void breakGlass(SignedIn reader, ClientId client, OnCallReason reason) {
    requireOnCall(reader);
    // Someone who asked for no account yet is known by the flag that their answers raised.
    if (people.find(client.person()).isEmpty() && flags.listOpenFor(client).isEmpty()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var opened =
        edges.add(
            edge(
                client,
                reader.id(),
                EdgeKind.ON_CALL,
                EdgeState.OPEN,
                reason.code(),
                Optional.empty(),
                now(),
                settings.onCallFor()),
            Reach.only(ON_CALL),
            reader.id());
    if (opened) {
      notices.recordOpened(client);
    }
  }

  /// @throws Refusal `not-on-call`
  public void requireOnCall(SignedIn reader) {
    if (!mayBreakGlass(reader)) {
      throw new Refusal(CareProblem.NOT_ON_CALL);
    }
  }

  /// Whoever may read a client's record now, and whoever has been asked for.
  public List<Edge> listCurrent(ClientId client) {
    var now = clock.instant();
    return edges.listCurrent(client).stream()
        .filter(edge -> edge.endsAt().map(now::isBefore).orElse(true))
        .toList();
  }

  /// The clients whose record a person may read on one ground.
  public List<Edge> listOpenOf(PersonId reader, EdgeKind kind) {
    return edges.listOpenOf(reader, kind);
  }

  private static Edge edge(
      ClientId client,
      PersonId reader,
      EdgeKind kind,
      EdgeState state,
      String reason,
      Optional<PersonId> askedBy,
      Instant now,
      Duration lasting) {
    return new Edge(
        UUID.randomUUID(),
        client,
        reader,
        kind,
        state,
        reason,
        askedBy,
        now,
        Optional.of(now.plus(lasting)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
