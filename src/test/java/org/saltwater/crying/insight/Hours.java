package org.saltwater.crying.insight;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// The same hours, measured otherwise.
final class Hours {
  private Hours() {}

  static Followed changed(Followed person, UnaryOperator<double[]> hour) {
    return new Followed(
        person.stretches().stream()
            .map(
                it ->
                    new Stretch(
                        it.first(), Arrays.stream(it.hours()).map(hour).toArray(double[][]::new)))
            .toList());
  }

  /// The same people, had they never cried.
  static List<Followed> never(List<Followed> people) {
    return people.stream()
        .map(
            it ->
                changed(
                    it,
                    hour -> {
                      var dry = new double[hour.length];
                      dry[0] = hour[0];
                      dry[2] = hour[2];
                      return dry;
                    }))
        .toList();
  }
}
