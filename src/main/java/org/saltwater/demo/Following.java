package org.saltwater.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.saltwater.measures.Asked.Rhythm;

/// One client from hour to hour: what they answer before each, and how a rupture wears off.
final class Following {
  private static final HowPeopleChange MODEL = HowPeopleChange.STATED;

  private final DemoClient client;
  private final Duration before;
  private LocalDate answered;
  private Instant notBefore;
  private @Nullable Instant first;
  private int hours;
  private int strained;
  private boolean hurt;

  /// @param begun when they filled in the questionnaire, which asks the same
  Following(DemoClient client, Instant begun) {
    this.client = client;
    this.before = Duration.ofMinutes(200 + client.random("before").nextInt(36 * 60));
    this.answered = day(begun);
    this.notBefore = begun;
  }

  /// What they answer before an hour, unless they answered less than a week ago or don't want to.
  Optional<Scene.Answered> before(Instant start) {
    var at = start.minus(before);
    var due = !day(at).isBefore(Rhythm.WEEKLY.next(answered)) && at.isAfter(notBefore);
    if (!due || client.random("answer" + start).nextDouble() >= MODEL.answered()) {
      return Optional.empty();
    }
    answered = day(at);
    var weeks = weeks(at);
    return Optional.of(
        new Scene.Answered(
            at,
            client,
            MODEL.answers(client, weeks, hurt),
            hours > 0 && hours % 2 == 0
                ? OptionalInt.of(MODEL.rating(client, weeks, hurt))
                : OptionalInt.empty()));
  }

  /// An hour takes place.
  ///
  /// @return by how many of the client's own deviations its ratings fall
  double meet(Instant start, boolean ruptured) {
    if (first == null) {
      first = start;
    }
    hours++;
    if (ruptured) {
      hurt |= MODEL.ruptureStays(client);
      // Repaired within three hours: one to three, the last of which is as ever.
      strained = hurt ? Integer.MAX_VALUE : client.random("strain" + start).nextInt(3);
      return CourseOfTherapy.STATED.ruptureDepth();
    }
    if (strained > 0) {
      strained--;
      return MODEL.strain();
    }
    return 0;
  }

  /// With another therapist what was between two people is over.
  void beginAnew(Instant changed) {
    strained = 0;
    notBefore = changed;
  }

  Optional<Scene.GoalMade> goal(Instant start) {
    return hours == 1
        ? Optional.of(new Scene.GoalMade(start.plus(Duration.ofMinutes(75)), client))
        : Optional.empty();
  }

  /// Weeks since the first hour, at least a little, since 0 means the questionnaire.
  private double weeks(Instant at) {
    var since = first == null ? at : first;
    return Math.max(.01, Duration.between(since, at).toMinutes() / (7 * 24 * 60.));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, client.zone());
  }
}
