package org.saltwater.care;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.intake.WishKind;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;

/// What a client missed with the therapist before, and the wish that follows from it. Wishes, never
/// conditions: what must be stands in the questionnaire.
public enum Lack {
  MORE_LISTENING(approach(Approach.PERSON_CENTRED)),
  MORE_GUIDANCE(approach(Approach.SOLUTION_FOCUSED)),
  MORE_EXERCISES(approach(Approach.COGNITIVE_BEHAVIOURAL)),
  MORE_ROOM_FOR_FEELINGS(approach(Approach.EMOTION_FOCUSED)),
  MORE_ABOUT_THE_PAST(approach(Approach.PSYCHODYNAMIC)),
  /// Someone who knows what brings the client here, most important thing first.
  MORE_EXPERIENCE(null),
  A_WOMAN(gender(Gender.WOMAN)),
  A_MAN(gender(Gender.MAN)),
  SOMETHING_ELSE(null);

  private final @Nullable Wish wish;

  Lack(@Nullable Wish wish) {
    this.wish = wish;
  }

  public String wordsKey() {
    return "care.lack." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Stream<Wish> wishes(MatchingAnswers answers) {
    if (this == MORE_EXPERIENCE) {
      return answers.domains().stream()
          .limit(1)
          .map(domain -> new Wish(WishKind.SPECIALTY, domain.name(), Weight.WOULD_LIKE));
    }
    return Stream.ofNullable(wish);
  }

  private static Wish approach(Approach approach) {
    return new Wish(WishKind.APPROACH, approach.name(), Weight.WOULD_LIKE);
  }

  private static Wish gender(Gender gender) {
    return new Wish(WishKind.GENDER, gender.name(), Weight.WOULD_LIKE);
  }
}
