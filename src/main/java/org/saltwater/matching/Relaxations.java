package org.saltwater.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.saltwater.intake.DayPart;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.Modality;

/// What a client for whom nobody fits could let go of, each tried for real. Only what is theirs to
/// let go of: no licence, language or competence is ever on offer.
final class Relaxations {
  private Relaxations() {}

  /// @param count how many fit a request
  /// @return single steps that lead to somebody, the most helpful first
  static List<Relaxation> of(MatchRequest request, ToIntFunction<MatchRequest> count) {
    var found = new ArrayList<Relaxation>();
    var answers = request.answers();
    if (!answers.times().isEmpty()) {
      var fitting = count.applyAsInt(with(request, answers.modalities(), Set.of()));
      found.add(new Relaxation.AnyTime(fitting));
    }
    for (var modality : EnumSet.complementOf(modalities(answers))) {
      var more = modalities(answers);
      more.add(modality);
      var fitting = count.applyAsInt(with(request, more, answers.times()));
      found.add(new Relaxation.AlsoBy(modality, fitting));
    }
    for (var group : WishGroup.of(request.wishes())) {
      if (group.weight() != Weight.WOULD_LIKE) {
        var fitting = count.applyAsInt(without(request, group.wishes()));
        found.add(new Relaxation.Without(group.wishes(), fitting));
      }
    }
    return found.stream()
        .filter(relaxation -> relaxation.fitting() > 0)
        .sorted(Comparator.comparingInt(Relaxation::fitting).reversed())
        .toList();
  }

  private static EnumSet<Modality> modalities(MatchingAnswers answers) {
    var modalities = EnumSet.noneOf(Modality.class);
    modalities.addAll(answers.modalities());
    return modalities;
  }

  private static MatchRequest with(
      MatchRequest request, Set<Modality> modalities, Set<DayPart> times) {
    return changed(request, modalities, times, request.wishes());
  }

  private static MatchRequest without(MatchRequest request, List<Wish> wishes) {
    var answers = request.answers();
    return changed(
        request,
        answers.modalities(),
        answers.times(),
        request.wishes().stream().filter(wish -> !wishes.contains(wish)).toList());
  }

  private static MatchRequest changed(
      MatchRequest request, Set<Modality> modalities, Set<DayPart> times, List<Wish> wishes) {
    var answers = request.answers();
    return new MatchRequest(
        new MatchingAnswers(
            answers.client(),
            answers.where(),
            answers.languages(),
            answers.domains(),
            modalities,
            wishes,
            times,
            answers.zone(),
            answers.risk()),
        request.leftOut(),
        List.of());
  }
}
