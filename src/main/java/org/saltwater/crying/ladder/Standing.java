package org.saltwater.crying.ladder;

import java.util.List;
import java.util.Optional;

/// How a step stands, read from its repetitions.
///
/// @param courses how hard each repetition was, the oldest first; those with a number left out are
///     not among them
public record Standing(Step step, List<Repetition> repetitions, List<Discomfort> courses) {
  public Standing {
    repetitions = List.copyOf(repetitions);
    courses = List.copyOf(courses);
  }

  static Standing of(Step step, List<Repetition> all) {
    var own = all.stream().filter(it -> it.step().equals(step.id())).toList();
    return new Standing(step, own, own.stream().flatMap(it -> it.discomfort().stream()).toList());
  }

  public boolean isTried() {
    return repetitions.stream().anyMatch(it -> it.begunAt().isPresent());
  }

  public boolean hasSettled() {
    return SettlingRule.hasSettled(courses);
  }

  /// The next time set aside for it.
  public Optional<Repetition> planned() {
    return repetitions.stream().filter(it -> it.state() == RepetitionState.PLANNED).findFirst();
  }

  public Optional<Repetition> underWay() {
    return repetitions.stream().filter(it -> it.state() == RepetitionState.UNDER_WAY).findFirst();
  }

  @Override
  public String toString() {
    return "Standing[redacted]";
  }
}
