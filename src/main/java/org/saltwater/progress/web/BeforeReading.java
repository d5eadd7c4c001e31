package org.saltwater.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.alliance.CheckIn;
import org.saltwater.alliance.CheckIns;
import org.saltwater.alliance.Rupture;
import org.saltwater.alliance.Ruptures;
import org.saltwater.alliance.SavedCheckIn;
import org.saltwater.care.Access;
import org.saltwater.care.FurtherReading;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Conversation;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Inbox;
import org.saltwater.progress.Agenda;
import org.saltwater.progress.Goals;
import org.saltwater.progress.Reading;
import org.saltwater.progress.Signs;
import org.saltwater.progress.Trend;
import org.saltwater.progress.Trends;
import org.saltwater.safety.RiskFlags;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.site.Words;
import org.saltwater.vault.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Gathers what a therapist wants to know before an hour, each part through the one door and with
/// evidence of its own.
@Component
class BeforeReading {
  private final TherapySessions sessions;
  private final Access access;
  private final Trends trends;
  private final Signs signs;
  private final Goals goals;
  private final Agenda agenda;
  private final CheckIns checkIns;
  private final Ruptures ruptures;
  private final Conversations conversations;
  private final Inbox inbox;
  private final RiskFlags flags;
  private final List<FurtherReading> further;
  private final People people;
  private final MessageSource bundles;
  private final Clock clock;

  BeforeReading(
      TherapySessions sessions,
      Access access,
      Trends trends,
      Signs signs,
      Goals goals,
      Agenda agenda,
      CheckIns checkIns,
      Ruptures ruptures,
      Conversations conversations,
      Inbox inbox,
      RiskFlags flags,
      List<FurtherReading> further,
      People people,
      MessageSource bundles,
      Clock clock) {
    this.sessions = sessions;
    this.access = access;
    this.trends = trends;
    this.signs = signs;
    this.goals = goals;
    this.agenda = agenda;
    this.checkIns = checkIns;
    this.ruptures = ruptures;
    this.conversations = conversations;
    this.inbox = inbox;
    this.flags = flags;
    this.further = further;
    this.people = people;
    this.bundles = bundles;
    this.clock = clock;
  }

  /// @throws Refusal `not-found` to anyone but the therapist of that hour, and to one who does not
  ///     treat the client any more; that is written down
  BeforeView read(SignedIn me, AppointmentId id, Locale locale) {
    var session = sessions.get(id, me.id());
    if (!session.therapist().person().equals(me.id())) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var client = session.client();
    var words = new Words(bundles, locale);
    var found = trends.list(access.toRead(me, client, Scope.SCORES));
    var said = checkIns.listFor(access.toRead(me, client, Scope.SCORES), Integer.MAX_VALUE);
    var last = last(session);
    var since = last.map(it -> it.endedAt().orElse(it.end()));
    var now = clock.instant();
    var talk = conversations.findOpen(client, session.therapist());
    var written = access.mayRead(me, client, Scope.MESSAGES);
    return new BeforeView(
        id,
        client,
        people.find(client.person()).map(Person::name).orElse(""),
        session.start(),
        session.modality(),
        since.orElse(null),
        written ? agenda.find(access.toRead(me, client, Scope.MESSAGES)).orElse(null) : null,
        found.stream().map(it -> score(it, since.orElse(Instant.EPOCH))).toList(),
        signs.list(found),
        last.flatMap(it -> hour(it, said)).orElse(null),
        rupture(session),
        written ? talk.map(it -> count(it, session, since)).orElse(0L) : null,
        talk.map(it -> it.id().toString()).orElse(null),
        access.mayRead(me, client, Scope.GOALS)
            ? goals.list(access.toRead(me, client, Scope.GOALS))
            : List.of(),
        flags.listOpenFor(client).stream()
            .map(
                it ->
                    new BeforeView.Flag(
                        it.level().name().toLowerCase(Locale.ROOT),
                        it.contactBy(),
                        it.isOverdue(now)))
            .toList(),
        further.stream().flatMap(it -> it.find(me, client, words).stream()).toList());
  }

  /// The last hour of the two that took place before this one.
  private Optional<TherapySession> last(TherapySession session) {
    return sessions.listOf(session.client().person(), Instant.EPOCH, session.start()).stream()
        .filter(it -> it.state() == SessionState.ENDED && !it.id().equals(session.id()))
        .filter(it -> it.therapist().equals(session.therapist()))
        .reduce((earlier, later) -> later);
  }

  private long count(Conversation talk, TherapySession session, Optional<Instant> since) {
    return inbox.countFrom(session.client().person(), talk.id(), since.orElse(Instant.EPOCH));
  }

  private @Nullable String rupture(TherapySession session) {
    return ruptures.listBetween(session.client(), session.therapist()).stream()
        .findFirst()
        .map(Rupture::outcome)
        .map(Rupture.Outcome::code)
        .orElse(null);
  }

  private static BeforeView.Score score(Trend trend, Instant since) {
    var newest = trend.newest();
    return new BeforeView.Score(
        trend.instrument().id(),
        trend.instrument().title(),
        newest.value(),
        newest.at(),
        trend.readings().stream()
            .filter(it -> it.at().isBefore(since))
            .reduce((earlier, later) -> later)
            .map(Reading::value)
            .orElse(null),
        trend.first().value(),
        !newest.at().isBefore(since),
        trend.change().map(it -> it.code()).orElse(trend.readings().size() < 2 ? "one" : "none"));
  }

  private static Optional<BeforeView.LastHour> hour(TherapySession last, List<SavedCheckIn> said) {
    return said.stream()
        .filter(it -> it.session().equals(last.id()))
        .findFirst()
        .flatMap(it -> it.answers().map(answers -> hour(it, answers, said)));
  }

  private static BeforeView.LastHour hour(
      SavedCheckIn saved, CheckIn answers, List<SavedCheckIn> said) {
    var usual =
        said.stream()
            .filter(it -> it.hourAt().isBefore(saved.hourAt()))
            .flatMap(it -> it.answers().stream())
            .filter(it -> it.mean().isPresent())
            .mapToDouble(it -> it.mean().orElseThrow())
            .average();
    return new BeforeView.LastHour(
        answers.mean().isPresent() ? HoursLine.written(answers.mean().getAsDouble()) : null,
        usual.isPresent() ? HoursLine.written(usual.getAsDouble()) : null,
        saved.feltWrong(),
        answers.feltWrong());
  }
}
