package org.saltwater.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.alliance.Rupture;
import org.saltwater.alliance.Ruptures;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.care.Handover;
import org.saltwater.care.Handovers;
import org.saltwater.crying.RestingPractice;
import org.saltwater.home.TherapistHome.Between;
import org.saltwater.home.TherapistHome.Flag;
import org.saltwater.home.TherapistHome.Hour;
import org.saltwater.home.TherapistHome.NewClient;
import org.saltwater.home.TherapistHome.Resting;
import org.saltwater.home.TherapistHome.Summary;
import org.saltwater.home.TherapistHome.Unread;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Inbox;
import org.saltwater.messaging.InboxLine;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskFlags;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Composes a therapist's home. Each module is asked once, whatever the size of the caseload.
@Component
class TherapistHomes {
  private static final Duration NEW_FOR = Duration.ofDays(14);
  private static final Duration AHEAD = Duration.ofDays(28);

  private final Episodes episodes;
  private final Handovers handovers;
  private final Therapists therapists;
  private final Appointments appointments;
  private final TherapySessions sessions;
  private final Inbox inbox;
  private final RiskFlags flags;
  private final Ruptures ruptures;
  private final RestingPractice resting;
  private final People people;
  private final Clock clock;

  TherapistHomes(
      Episodes episodes,
      Handovers handovers,
      Therapists therapists,
      Appointments appointments,
      TherapySessions sessions,
      Inbox inbox,
      RiskFlags flags,
      Ruptures ruptures,
      RestingPractice resting,
      People people,
      Clock clock) {
    this.episodes = episodes;
    this.handovers = handovers;
    this.therapists = therapists;
    this.appointments = appointments;
    this.sessions = sessions;
    this.inbox = inbox;
    this.flags = flags;
    this.ruptures = ruptures;
    this.resting = resting;
    this.people = people;
    this.clock = clock;
  }

  TherapistHome of(SignedIn me) {
    var now = clock.instant();
    var midnight = now.atZone(me.zone()).toLocalDate().plusDays(1).atStartOfDay(me.zone());
    var morning = midnight.minusDays(1).toInstant();
    var caseload = episodes.listOpenFor(me.therapist());
    var theirs = caseload.stream().map(Episode::client).collect(Collectors.toSet());
    var raised = flags.listOpen().stream().filter(it -> theirs.contains(it.client())).toList();
    var between = ruptures.listToSee(me.therapist());
    var rests = resting.listToSee(me.therapist());
    var today = sessions.listOf(me.id(), morning, midnight.toInstant());
    var ahead =
        appointments.listFor(me.therapist(), midnight.toInstant(), now.plus(AHEAD)).stream()
            .findFirst();
    var unread = inbox.list(me).stream().filter(line -> line.unread() > 0).toList();
    var arrived =
        caseload.stream().filter(it -> it.openedAt().isAfter(now.minus(NEW_FOR))).toList();
    var wanted = handovers.listAwaitingSummary(me.therapist());
    var names =
        names(
            Stream.of(
                    raised.stream().map(RiskFlag::client).map(ClientId::person),
                    between.stream().map(it -> it.client().person()),
                    rests.stream().map(it -> it.client().person()),
                    today.stream().map(it -> it.client().person()),
                    ahead.stream().map(it -> it.client().person()),
                    unread.stream().map(InboxLine::other),
                    arrived.stream().map(it -> it.client().person()),
                    wanted.stream().map(it -> it.client().person()))
                .flatMap(ids -> ids));
    var hours =
        today.stream()
            .filter(it -> it.state() != SessionState.CANCELLED)
            .map(it -> hour(it, theirs.contains(it.client()) ? names : Map.of(), now))
            .toList();
    return new TherapistHome(
        therapists.find(me.therapist()).isPresent(),
        raised.stream().map(it -> flag(it, names, now)).toList(),
        between.stream().map(it -> between(it, names)).toList(),
        rests.stream()
            .map(
                it ->
                    new Resting(
                        it.id(), it.client(), name(names, it.client().person()), it.since()))
            .toList(),
        hours.stream().filter(it -> it.state().equals(SessionState.WAITING.code())).toList(),
        hours,
        hours.stream().allMatch(Hour::over) ? ahead.map(it -> hour(it, names)) : Optional.empty(),
        unread.stream().map(it -> unread(it, names)).toList(),
        arrived.stream().map(it -> arrived(it, names)).toList(),
        wanted.stream().map(it -> summary(it, names)).toList(),
        caseload.size());
  }

  private Map<PersonId, String> names(Stream<PersonId> ids) {
    return people.listAllOf(ids.collect(Collectors.toSet())).stream()
        .collect(Collectors.toMap(Person::id, Person::name));
  }

  private static Hour hour(TherapySession session, Map<PersonId, String> names, Instant now) {
    return new Hour(
        session.id(),
        session.start(),
        session.end(),
        Optional.empty(),
        names.getOrDefault(session.client().person(), ""),
        session.state().code(),
        session.state().isOver() || now.isAfter(session.end()),
        session.isOpenAt(now));
  }

  private static Hour hour(Appointment appointment, Map<PersonId, String> names) {
    return new Hour(
        appointment.id(),
        appointment.start(),
        appointment.end(),
        Optional.of(appointment.modality()),
        name(names, appointment.client().person()),
        SessionState.SCHEDULED.code(),
        false,
        false);
  }

  private static Flag flag(RiskFlag flag, Map<PersonId, String> names, Instant now) {
    return new Flag(
        flag.id(),
        flag.client(),
        name(names, flag.client().person()),
        flag.level(),
        flag.contactBy(),
        flag.isOverdue(now));
  }

  private static Between between(Rupture rupture, Map<PersonId, String> names) {
    return new Between(
        rupture.session(),
        rupture.client(),
        name(names, rupture.client().person()),
        rupture.hourAt(),
        rupture.outcome().code(),
        rupture.settledAt().orElse(rupture.hourAt()));
  }

  private static Unread unread(InboxLine line, Map<PersonId, String> names) {
    return new Unread(
        name(names, line.other()), line.unread(), "/messages/" + line.conversation().id());
  }

  private static NewClient arrived(Episode episode, Map<PersonId, String> names) {
    return new NewClient(
        episode.client(), name(names, episode.client().person()), episode.openedAt());
  }

  private static Summary summary(Handover handover, Map<PersonId, String> names) {
    return new Summary(
        handover.id(), name(names, handover.client().person()), handover.summaryUntil());
  }

  private static String name(Map<PersonId, String> names, PersonId id) {
    return names.getOrDefault(id, "–");
  }
}
