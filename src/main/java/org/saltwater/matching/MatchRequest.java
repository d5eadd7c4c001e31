package org.saltwater.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.TherapistId;

/// Who a client is looking for.
///
/// @param leftOut therapists who are not shown, such as the one the client is leaving
/// @param extraWishes what the client said beside the questionnaire, such as what was missing so
///     far; an extra wish about the same thing replaces the older one
public record MatchRequest(
    MatchingAnswers answers, Set<TherapistId> leftOut, List<Wish> extraWishes) {
  public MatchRequest {
    leftOut = Set.copyOf(leftOut);
    extraWishes = List.copyOf(extraWishes);
  }

  public static MatchRequest of(MatchingAnswers answers) {
    return new MatchRequest(answers, Set.of(), List.of());
  }

  /// All wishes, the extra ones last.
  public List<Wish> wishes() {
    var kept =
        answers.wishes().stream()
            .filter(wish -> extraWishes.stream().noneMatch(extra -> isAboutTheSame(wish, extra)));
    return Stream.concat(kept, extraWishes.stream()).toList();
  }

  private static boolean isAboutTheSame(Wish one, Wish other) {
    return one.kind() == other.kind() && one.value().equals(other.value());
  }

  @Override
  public String toString() {
    return "MatchRequest[" + answers.client() + ", redacted]";
  }
}
