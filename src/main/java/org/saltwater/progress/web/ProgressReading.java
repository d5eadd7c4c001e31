package org.saltwater.progress.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.alliance.CheckIns;
import org.saltwater.care.Access;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Goal;
import org.saltwater.progress.Goals;
import org.saltwater.progress.Questions;
import org.saltwater.progress.Review;
import org.saltwater.progress.Reviews;
import org.saltwater.progress.Sign;
import org.saltwater.progress.Signs;
import org.saltwater.progress.Trend;
import org.saltwater.progress.Trends;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.site.FormErrors;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// Reads what was measured through the one door, part by part, as far as the reader's edge reaches.
@Component
class ProgressReading {
  private final Access access;
  private final Trends trends;
  private final Goals goals;
  private final CheckIns checkIns;
  private final Signs signs;
  private final Reviews reviews;
  private final Questions questions;
  private final TherapySessions sessions;
  private final People people;
  private final Clock clock;

  ProgressReading(
      Access access,
      Trends trends,
      Goals goals,
      CheckIns checkIns,
      Signs signs,
      Reviews reviews,
      Questions questions,
      TherapySessions sessions,
      People people,
      Clock clock) {
    this.access = access;
    this.trends = trends;
    this.goals = goals;
    this.checkIns = checkIns;
    this.signs = signs;
    this.reviews = reviews;
    this.questions = questions;
    this.sessions = sessions;
    this.people = people;
    this.clock = clock;
  }

  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches scores
  ProgressView view(SignedIn me, ClientId client, String typed, FormErrors errors) {
    return view(me, client, typed, errors, ReviewView.Typed.NOTHING);
  }

  /// @param review what was typed in the review, to be put right
  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches scores
  ProgressView view(
      SignedIn me, ClientId client, String typed, FormErrors errors, ReviewView.Typed review) {
    var own = me.id().equals(client.person());
    var held = sessions(me, client);
    var found = trends(me, client);
    return new ProgressView(
        own ? null : client.toString(),
        people.find(client.person()).map(Person::name).orElse(""),
        own && questions.now(client).isWaiting(),
        found.stream()
            .map(it -> new ProgressView.Line(it.instrument().id(), it, Chart.of(it, held)))
            // What is followed before what was asked once.
            .sorted(Comparator.comparing(ProgressView.Line::isDrawn).reversed())
            .toList(),
        held,
        hours(me, client, held),
        goals(me, client),
        new ReviewView(
            signs.list(found),
            own ? List.of() : reviews(me, client),
            !own && reviews.mayKeep(me, client),
            review),
        typed,
        errors);
  }

  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches scores
  List<Trend> trends(SignedIn me, ClientId client) {
    return trends.list(access.toRead(me, client, Scope.SCORES));
  }

  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches scores
  List<Review> reviews(SignedIn me, ClientId client) {
    return reviews.list(access.toRead(me, client, Scope.SCORES));
  }

  private @Nullable HoursLine hours(SignedIn me, ClientId client, List<Instant> held) {
    var said = checkIns.listFor(access.toRead(me, client, Scope.SCORES), Integer.MAX_VALUE);
    return HoursLine.of(said, held).orElse(null);
  }

  List<Sign> signs(SignedIn me, ClientId client) {
    return signs.list(trends(me, client));
  }

  /// Null for someone who may not read them.
  @Nullable List<Goal> goals(SignedIn me, ClientId client) {
    return access.mayRead(me, client, Scope.GOALS)
        ? goals.list(access.toRead(me, client, Scope.GOALS))
        : null;
  }

  /// When hours were held, as far as the reader may know.
  List<Instant> sessions(SignedIn me, ClientId client) {
    if (!access.mayRead(me, client, Scope.APPOINTMENTS)) {
      return List.of();
    }
    var evidence = access.toRead(me, client, Scope.APPOINTMENTS);
    return sessions.listOf(client.person(), Instant.EPOCH, clock.instant()).stream()
        .filter(it -> it.state() == SessionState.ENDED)
        .map(TherapySession::start)
        .filter(it -> evidence.covers(Scope.APPOINTMENTS, it))
        .toList();
  }
}
