package org.saltwater.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Role;
import org.saltwater.therapists.TherapistProfile;

/// One invented client, as they were thought up.
///
/// @param modality how they wish to meet
/// @param distress how they were at the start, in standard deviations; see [CourseOfTherapy]
/// @param therapist the one they are with, or were with first; empty if they have none
/// @param next the one they changed to
/// @param daysAgo since they began the questionnaire
record DemoClient(
    int number,
    String name,
    Jurisdiction place,
    Set<String> languages,
    List<ProblemDomain> domains,
    Modality modality,
    double distress,
    Stage stage,
    Optional<Roster.Entry> therapist,
    Optional<Roster.Entry> next,
    int daysAgo) {

  /// By video if they wish for it and the therapist offers it, else in writing.
  Modality meetsBy(TherapistProfile profile) {
    return modality == Modality.VIDEO && profile.modalities().contains(Modality.VIDEO)
        ? Modality.VIDEO
        : Modality.TEXT;
  }

  boolean hasThoughtsOfSelfHarm() {
    return domains.contains(ProblemDomain.SELF_HARM_AND_SUICIDAL_THOUGHTS);
  }

  /// Whether they agree to be counted in the practice's figures: three in four do.
  boolean agreesToFigures() {
    return random("figures").nextInt(4) > 0;
  }

  ClientId id() {
    return DemoIds.client(number);
  }

  ZoneId zone() {
    return Roster.zoneOf(place);
  }

  Person person() {
    return new Person(
        id().person(), name, Names.email(name, "c" + number), Set.of(Role.CLIENT), zone());
  }

  /// A source of chance of their own for one matter, the same each time.
  SplittableRandom random(String matter) {
    return new SplittableRandom(31L * number + matter.hashCode() * 1_000_003L);
  }
}
