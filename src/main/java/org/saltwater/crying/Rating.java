package org.saltwater.crying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// The scale from 0 to 10 on which everything here is rated. Our own, not a validated scale.
final class Rating {
  static final int HIGHEST = 10;

  private Rating() {}

  /// @param value may be left out
  /// @throws Refusal `invalid` if it is out of range
  static void check(String field, @Nullable Integer value) {
    if (value != null && (value < 0 || value > HIGHEST)) {
      throw refused(field, "crying.field.rating", HIGHEST);
    }
  }

  static Refusal refused(String field, String words, Object... arguments) {
    return new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem(field, words, arguments)));
  }
}
