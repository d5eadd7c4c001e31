package org.saltwater.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.saltwater.demo.Talks.Kind;
import org.saltwater.demo.Talks.Talk;

/// Thinks up the practice's past: what happened to each client, up to now and arranged beyond.
/// Pure: the same cast and the same moment give the same plan.
final class Plan {
  private static final CourseOfTherapy MODEL = CourseOfTherapy.STATED;
  private static final Duration DAY = Duration.ofDays(1);
  private static final int SESSIONS_BEFORE_CHANGE = 3;
  private static final Duration LEFT_AGO = Duration.ofDays(3);

  /// After the answers: within the 15 minutes that the most urgent ones leave.
  private static final Duration REACHED_WITHIN = Duration.ofMinutes(11);

  private static final Duration BREAK = Duration.ofDays(24);

  private final Instant now;
  private final Talks talks;
  private final Diary diary = new Diary();
  private final List<Scene> scenes = new ArrayList<>();

  private Plan(Instant now, Talks talks) {
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
    this.talks = talks;
  }

  /// Whether the last message is the client's, and nobody has read it yet.
  static boolean waitsForAnAnswer(DemoClient client) {
    return client.number() % 6 == 1
        && (client.stage() == Stage.IN_TREATMENT || client.stage() == Stage.CHANGED);
  }

  /// In the order in which it happened.
  static List<Scene> of(Cast cast, List<DemoClient> clients, Talks talks, Instant now) {
    var plan = new Plan(now, talks);
    clients.forEach(plan::tell);
    if (clients.stream().anyMatch(client -> client.stage() == Stage.THERAPIST_LEFT)) {
      plan.scenes.add(new Scene.Left(now.minus(LEFT_AGO), cast.leaving(), cast.deputy()));
    }
    return plan.scenes.stream().sorted(Comparator.comparing(Scene::at)).toList();
  }

  private void tell(DemoClient client) {
    var random = client.random("life");
    var begun =
        now.minus(client.daysAgo(), ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.DAYS)
            .plus(7 * 60 + random.nextInt(13 * 60), ChronoUnit.MINUTES);
    if (!begun.isBefore(now.minus(Duration.ofHours(2)))) {
      begun = now.minus(Duration.ofHours(2 + client.number() % 9));
    }
    var pages = client.stage() == Stage.BEGUN ? 3 + random.nextInt(14) : Integer.MAX_VALUE;
    scenes.add(new Scene.Questionnaire(begun, client, pages));
    var reached = begun.plus(REACHED_WITHIN);
    if (reached.isBefore(now)) {
      scenes.add(new Scene.Reached(reached, client));
    }
    var soon = begun.plus(Duration.ofMinutes(20 + random.nextInt(30)));
    switch (client.stage()) {
      case BEGUN, UNMATCHED -> {}
      case WAITING -> scenes.add(new Scene.Waits(soon, client));
      case FIRST_BOOKED -> bookFirst(client, soon, random);
      case IN_TREATMENT -> treat(client, soon, now, random);
      case PAUSED -> treat(client, soon, now.minus(BREAK), random);
      case THERAPIST_LEFT -> treat(client, soon, now.minus(LEFT_AGO), random);
      case FINISHED, STOPPED -> end(client, soon, random);
      case CHANGED -> change(client, soon, random);
    }
  }

  private void bookFirst(DemoClient client, Instant soon, SplittableRandom random) {
    var therapist = client.therapist().orElseThrow();
    var wait = Duration.ofHours(13).plus(DAY.multipliedBy(random.nextInt(8)));
    diary
        .claim(therapist, now.plus(wait))
        .ifPresent(
            weekly ->
                scenes.add(
                    new Scene.FirstBooked(soon, client, therapist, weekly.from(now.plus(wait)))));
  }

  /// Week by week until a moment; if that is now, the next hour is booked as well.
  private void treat(DemoClient client, Instant soon, Instant until, SplittableRandom random) {
    var therapist = client.therapist().orElseThrow();
    var weekly = diary.claim(therapist, soon.plus(DAY));
    if (weekly.isEmpty()) {
      return;
    }
    var start = weekly.get().from(soon.plus(DAY));
    scenes.add(new Scene.FirstBooked(soon, client, therapist, start));
    var later = talks.shuffled(Kind.LATER, random).iterator();
    var following = new Following(client, soon);
    meet(
        following,
        client,
        weekly.get(),
        start,
        until,
        talk(client, Kind.FIRST, random),
        later,
        random);
    if (until.equals(now)) {
      journal(client, soon);
    }
    var asked = start.plus(DAY.multipliedBy(8));
    if (client.number() % 7 == 2 && until.equals(now) && asked.isBefore(now)) {
      scenes.add(new Scene.Supervised(asked, client, therapist, client.number() % 3 > 0));
    }
  }

  /// Some weeks, then the end: agreed after the last hour, or after one that the client missed.
  private void end(DemoClient client, Instant soon, SplittableRandom random) {
    var therapist = client.therapist().orElseThrow();
    var weekly = diary.claim(therapist, soon.plus(DAY));
    if (weekly.isEmpty()) {
      return;
    }
    var hours = client.stage() == Stage.STOPPED ? 2 + random.nextInt(3) : 6 + random.nextInt(3);
    var start = weekly.get().from(soon.plus(DAY));
    scenes.add(new Scene.FirstBooked(soon, client, therapist, start));
    var following = new Following(client, soon);
    for (var hour = 1; hour < hours; hour++) {
      hour(following, client, therapist, start, Optional.empty(), random);
      var next = weekly.get().after(start);
      scenes.add(new Scene.NextBooked(end(start), client, therapist, next));
      start = next;
    }
    if (client.stage() == Stage.STOPPED) {
      miss(client, therapist, start);
      scenes.add(new Scene.Ended(start.plus(DAY.multipliedBy(5)), client, therapist));
    } else {
      following.before(start).ifPresent(scenes::add);
      took(following, client, therapist, start, Optional.empty(), false);
      scenes.add(new Scene.Ended(end(start).plus(DAY), client, therapist));
    }
  }

  private void meet(
      Following following,
      DemoClient client,
      Diary.Weekly weekly,
      Instant first,
      Instant until,
      Talk firstTalk,
      Iterator<Talk> later,
      SplittableRandom random) {
    var talk = Optional.of(firstTalk);
    var letters = talks.shuffled(Kind.BETWEEN, random).iterator();
    var start = first;
    while (end(start).isBefore(until)) {
      hour(following, client, weekly.therapist(), start, talk, random);
      talk = later.hasNext() ? Optional.of(later.next()) : Optional.empty();
      if (random.nextInt(3) == 0 && letters.hasNext()) {
        letters(client, weekly.therapist(), start, letters.next(), until, random);
      }
      var next = weekly.after(start);
      if (!next.isBefore(until) && until.isBefore(now)) {
        return;
      }
      scenes.add(new Scene.NextBooked(end(start), client, weekly.therapist(), next));
      start = next;
    }
    if (waitsForAnAnswer(client)) {
      var waiting = now.minus(Duration.ofMinutes(40 + random.nextInt(600)));
      scenes.add(
          new Scene.Letters(
              waiting, client, weekly.therapist(), talk(client, Kind.WAITING, random)));
    }
  }

  private void hour(
      Following following,
      DemoClient client,
      Roster.Entry therapist,
      Instant start,
      Optional<Talk> talk,
      SplittableRandom random) {
    var luck = random.nextInt(100);
    if (luck < 4) {
      scenes.add(new Scene.Cancelled(start.minus(Duration.ofHours(14)), client, start));
      return;
    }
    following.before(start).ifPresent(scenes::add);
    if (luck < 8) {
      miss(client, therapist, start);
    } else {
      var ruptured = random.nextDouble() < MODEL.ruptureChance();
      took(following, client, therapist, start, talk, ruptured);
    }
  }

  private void miss(DemoClient client, Roster.Entry therapist, Instant start) {
    scenes.add(new Scene.Missed(start.plus(Duration.ofMinutes(2)), client, therapist, start));
  }

  private void took(
      Following following,
      DemoClient client,
      Roster.Entry therapist,
      Instant start,
      Optional<Talk> talk,
      boolean ruptured) {
    scenes.add(
        new Scene.Hour(
            start.minus(Duration.ofMinutes(4)),
            client,
            therapist,
            start,
            talk,
            ruptured,
            following.meet(start, ruptured)));
    following.goal(start).filter(it -> it.at().isBefore(now)).ifPresent(scenes::add);
  }

  /// One in three writes something down now and then, and half of them bring the newest to the hour
  /// to come.
  private void journal(DemoClient client, Instant since) {
    var random = client.random("journal");
    if (random.nextInt(3) > 0) {
      return;
    }
    var at = now.minus(Duration.ofMinutes(90 + random.nextInt(1_200)));
    var brought = random.nextBoolean();
    for (var number = 2 + random.nextInt(4); number > 0 && at.isAfter(since); number--) {
      scenes.add(new Scene.Wrote(at, client, number, brought));
      at = at.minus(Duration.ofMinutes(1_500 + random.nextInt(7_000)));
      brought = false;
    }
  }

  private void letters(
      DemoClient client,
      Roster.Entry therapist,
      Instant start,
      Talk talk,
      Instant until,
      SplittableRandom random) {
    var at = end(start).plus(Duration.ofHours(20 + random.nextInt(60)));
    if (at.plus(DAY).isBefore(until)) {
      scenes.add(new Scene.Letters(at, client, therapist, talk));
    }
  }

  /// Some hours with one therapist, then the change, then hours with the other until now.
  private void change(DemoClient client, Instant soon, SplittableRandom random) {
    var from = client.therapist().orElseThrow();
    var to = client.next().orElseThrow();
    var before = diary.claim(from, soon.plus(DAY));
    if (before.isEmpty()) {
      return;
    }
    var first = before.get().from(soon.plus(DAY));
    scenes.add(new Scene.FirstBooked(soon, client, from, first));
    var last = first.plus(DAY.multipliedBy(7L * SESSIONS_BEFORE_CHANGE)).minus(DAY);
    var later = talks.shuffled(Kind.LATER, random).iterator();
    var following = new Following(client, soon);
    meet(
        following,
        client,
        before.get(),
        first,
        last,
        talk(client, Kind.FIRST, random),
        later,
        random);
    var changed = last.plus(DAY.multipliedBy(2));
    following.beginAnew(changed);
    var after = diary.claim(to, changed.plus(DAY)).orElseThrow();
    var start = after.from(changed.plus(DAY));
    scenes.add(new Scene.Changed(changed, client, from, to, start));
    if (client.number() % 3 > 0) {
      scenes.add(new Scene.Summed(changed.plus(DAY), client, from));
    }
    meet(following, client, after, start, now, talk(client, Kind.WELCOME, random), later, random);
  }

  private Talk talk(DemoClient client, Kind kind, SplittableRandom random) {
    return talks.pick(kind, client.domains(), random);
  }

  private static Instant end(Instant start) {
    return start.plus(Duration.ofMinutes(55));
  }
}
