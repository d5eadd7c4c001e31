package org.saltwater.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Outcomes;
import org.saltwater.safety.OnCall;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Therapists;

/// Opens the invented practice: those who run it and its therapists, tens of thousands if asked.
record Opening(
    People people,
    Therapists therapists,
    Availabilities availabilities,
    Outcomes outcomes,
    OnCall onCall) {
  private static final int AT_A_TIME = 1_000;
  private static final Duration SHIFT = Duration.ofDays(7);
  private static final int SHIFTS = 9;

  void staff(Instant now) {
    people.addAll(Staff.people());
    var coordinator = Staff.COORDINATOR.person().id();
    for (var week = 0; week < SHIFTS; week++) {
      var from = now.plus(SHIFT.multipliedBy(week));
      onCall.add(coordinator, from, from.plus(SHIFT), coordinator);
    }
  }

  void therapists(Roster roster, int count, Progress progress) {
    for (int from = 0; from < count; from += AT_A_TIME) {
      var some = roster.list(from, Math.min(count, from + AT_A_TIME)).toList();
      people.addAll(some.stream().map(Opening::person).toList());
      therapists.registerAll(some.stream().map(Roster.Entry::profile));
      var hours = new LinkedHashMap<TherapistId, Availability>();
      some.forEach(it -> hours.put(it.profile().id(), it.hours()));
      availabilities.setAll(hours);
      outcomes.recordAll(some.stream().flatMap(it -> outcomesOf(it).stream()).toList());
      progress.step(some.size());
    }
  }

  private static Person person(Roster.Entry it) {
    var profile = it.profile();
    return new Person(
        profile.id().person(), profile.name(), it.email(), Set.of(Role.THERAPIST), profile.zone());
  }

  /// One in six is new; of the others most have treated enough people for it to count.
  private static List<Outcomes.Outcome> outcomesOf(Roster.Entry it) {
    var random = new SplittableRandom(0x5ea_3 + 104_729L * it.number());
    var outcomes = new ArrayList<Outcomes.Outcome>();
    if (random.nextInt(6) == 0) {
      return outcomes;
    }
    for (var domain : it.profile().specialties().stream().sorted().toList()) {
      var n = random.nextInt(5) < 3 ? 15 + random.nextInt(50) : 2 + random.nextInt(13);
      var mean = CourseOfTherapy.STATED.meanOf(n, random.nextGaussian(), random);
      outcomes.add(new Outcomes.Outcome(it.profile().id(), domain, n, mean));
    }
    return outcomes;
  }
}
