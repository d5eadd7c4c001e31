package org.saltwater.crying.insight;

import java.util.Arrays;
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
}
