package org.saltwater.sessions.company;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.care.Access;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.RandomSecret;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.sessions.Room;
import org.saltwater.sessions.SessionProblem;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who comes along to an hour, for the two who meet in it. Either of them may ask somebody along;
/// nobody comes in before both have said yes to this very person for this hour, and each may take
/// that back at any time.
@Service
public class Companions {
  private final CompanionRows rows;
  private final CompanionNames names;
  private final Company company;
  private final CompanyNotices notices;
  private final TherapySessions sessions;
  private final Access access;
  private final People people;
  private final RateLimits limits;
  private final WaysToMeet ways;
  private final Clock clock;

  Companions(
      CompanionRows rows,
      CompanionNames names,
      Company company,
      CompanyNotices notices,
      TherapySessions sessions,
      Access access,
      People people,
      RateLimits limits,
      WaysToMeet ways,
      Clock clock) {
    this.rows = rows;
    this.names = names;
    this.company = company;
    this.notices = notices;
    this.sessions = sessions;
    this.access = access;
    this.people = people;
    this.limits = limits;
    this.ways = ways;
    this.clock = clock;
  }

  /// In the order they were asked, those who were declined among them; none once the hour is over.
  ///
  /// @throws Refusal `not-found` to anyone but the two who meet, and once they have parted
  public List<Companion> listOf(SignedIn me, AppointmentId id) {
    return rows.listOf(get(me, id).id());
  }

  /// The same for whoever has opened the door to the room.
  public List<Companion> listOf(Room room) {
    return room.isApart() ? List.of() : rows.listOf(room.session().id());
  }

  /// Everyone who may be in the room besides the two.
  public List<Companion> listAgreed(AppointmentId id) {
    return rows.listOf(id).stream().filter(Companion::isAgreed).toList();
  }

  /// Whether somebody may be in the room now.
  public boolean isAgreed(UUID companion) {
    return rows.find(companion).filter(Companion::isAgreed).isPresent();
  }

  /// Asks someone without an account along. Who asks has said yes with that.
  ///
  /// @param once the same again asks nobody a second time, and answers a new link
  /// @throws Refusal `invalid` with the field `name`; `not-found`, `room-full`, `client-said-no`,
  ///     `session-moved-on`, `channel-not-held`
  @Transactional
  public Invited invite(SignedIn me, AppointmentId id, String name, Optional<String> once) {
    requireName(name);
    var session = toChange(me, id);
    var request = once.map(RandomSecret::hash);
    var before = request.flatMap(it -> rows.findByRequest(id, me.id(), it));
    if (before.isPresent()) {
      return link(before.get());
    }
    var it = ask(me, session, Optional.empty(), name.strip());
    request.ifPresent(hash -> rows.setRequest(it.id(), hash));
    return link(it);
  }

  /// The therapist asks a supervisor along. Asking again changes nothing.
  ///
  /// @throws Refusal `not-found` if the other is no supervisor; `not-allowed` to the client;
  ///     `room-full`, `client-said-no`, `session-moved-on`, `channel-not-held`
  @Transactional
  public Companion invite(SignedIn me, AppointmentId id, PersonId supervisor) {
    var session = toChange(me, id);
    if (!isTherapist(me, session)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    var person =
        listSupervisors(session).stream()
            .filter(it -> it.id().equals(supervisor))
            .findFirst()
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    return rows.listOf(id).stream()
        .filter(it -> it.supervisor().filter(supervisor::equals).isPresent())
        .findFirst()
        .orElseGet(() -> ask(me, session, Optional.of(supervisor), person.name()));
  }

  /// Whom the therapist could ask: those who supervise here, by name.
  public List<Person> listSupervisors(TherapySession session) {
    return people.listWith(Role.SUPERVISOR).stream()
        .filter(it -> !session.isWith(it.id()))
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  /// Another link, such as for another device; the one before opens nothing any more.
  ///
  /// @throws Refusal `not-found`, also to anyone but the one who asked, and for a supervisor
  @Transactional
  public Invited linkAnew(SignedIn me, AppointmentId id, UUID companion) {
    toChange(me, id);
    var it = find(id, companion);
    if (!it.invitedBy().equals(me.id()) || it.supervisor().isPresent()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return link(it);
  }

  /// The client's or the therapist's yes or no, also in the middle of the hour; again changes
  /// nothing. With a no, whoever is in the room leaves it at once.
  ///
  /// @param said yes or no
  /// @throws Refusal `not-found`; `room-full` for a yes when their seat was given away
  @Transactional
  public Companion answer(SignedIn me, AppointmentId id, UUID companion, Answer said) {
    var session = toChange(me, id);
    var before = find(id, companion);
    var now =
        new Companion(
            before.id(),
            id,
            before.client(),
            before.supervisor(),
            before.invitedBy(),
            before.own(),
            isTherapist(me, session) ? before.clients() : said,
            isTherapist(me, session) ? said : before.therapists(),
            before.name(),
            before.isLinkOpen());
    if (!now.equals(before)) {
      company.save(before, now, me.id(), isTherapist(me, session) ? "therapist" : "client", said);
    }
    return now;
  }

  /// The hour, if the two are in care together; a supervisor's or a stranger's question is answered
  /// as if there were none.
  ///
  /// @throws Refusal `not-found`
  public TherapySession get(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!access.mayRead(me, session.client(), Scope.APPOINTMENTS)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return session;
  }

  private TherapySession toChange(SignedIn me, AppointmentId id) {
    limits.spend(RateLimit.COMPANY, me.id().toString());
    get(me, id);
    rows.lock(id);
    // As it stands behind the lock.
    var session = get(me, id);
    if (session.isPastAt(clock.instant())) {
      throw new Refusal(SessionProblem.SESSION_MOVED_ON);
    }
    return session;
  }

  private Companion ask(
      SignedIn me, TherapySession session, Optional<PersonId> supervisor, String name) {
    if (!ways.holds(Modality.VIDEO)) {
      throw new Refusal(SessionProblem.CHANNEL_NOT_HELD);
    }
    var asks = isTherapist(me, session);
    if (asks && isToldNo(session)) {
      throw new Refusal(CompanyProblem.CLIENT_SAID_NO);
    }
    var it =
        new Companion(
            UUID.randomUUID(),
            session.id(),
            session.client(),
            supervisor,
            me.id(),
            Answer.OPEN,
            asks ? Answer.OPEN : Answer.YES,
            asks ? Answer.YES : Answer.OPEN,
            name,
            false);
    rows.add(
        it,
        company.freeSeat(session.id()),
        clock.instant(),
        supervisor.isPresent() ? null : names.seal(session.client(), it.id(), name));
    company.note(it, me.id(), AuditAction.INVITED, asks ? "therapist-asked" : "client-asked");
    notices.asked(session, it, me.id());
    return it;
  }

  /// A no of the client's is not asked away: until they change it themselves, the therapist asks
  /// nobody else along to this hour.
  private boolean isToldNo(TherapySession session) {
    return rows.listOf(session.id()).stream()
        .anyMatch(it -> !it.isInvitedByClient() && it.clients() == Answer.NO);
  }

  private Invited link(Companion it) {
    var link = RandomSecret.random();
    rows.setLink(it.id(), RandomSecret.hash(link));
    return new Invited(it, new Redacted<>("/along/link/" + link));
  }

  private Companion find(AppointmentId id, UUID companion) {
    return rows.find(companion)
        .filter(it -> it.session().equals(id))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private static boolean isTherapist(SignedIn me, TherapySession session) {
    return session.therapist().person().equals(me.id());
  }

  static void requireName(String name) {
    if (!People.isName(name)) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("name", "identity.field.name")));
    }
  }
}
