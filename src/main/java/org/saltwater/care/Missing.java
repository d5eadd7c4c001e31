package org.saltwater.care;

import java.util.List;
import java.util.Set;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Wish;

/// What a client says was missing with the therapist before: for the search, and, in their own
/// words, for the next therapist to read.
public record Missing(Set<Lack> lacks, String words) {
  public static final int MOST_WORDS = 2_000;
  public static final Missing NOTHING = new Missing(Set.of(), "");

  public Missing {
    lacks = Set.copyOf(lacks);
    words = words.strip();
  }

  public boolean isNothing() {
    return lacks.isEmpty() && words.isEmpty();
  }

  /// The wishes that follow from it, beside those of the questionnaire. Where both speak about the
  /// same thing, the questionnaire's counts: there it may be a must.
  public List<Wish> wishes(MatchingAnswers answers) {
    return lacks.stream()
        .sorted()
        .flatMap(lack -> lack.wishes(answers))
        .filter(wish -> answers.wishes().stream().noneMatch(said -> isAboutTheSame(said, wish)))
        .toList();
  }

  private static boolean isAboutTheSame(Wish one, Wish other) {
    return one.kind() == other.kind() && one.value().equals(other.value());
  }

  @Override
  public String toString() {
    return "Missing[redacted]";
  }
}
