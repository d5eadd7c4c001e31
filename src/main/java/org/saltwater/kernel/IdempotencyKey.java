package org.saltwater.kernel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal.FieldProblem;

/// The header by which a program says that a request is the same as one before: it may send it
/// again after a lost answer, and it happens once.
public final class IdempotencyKey {
  public static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 200;

  private IdempotencyKey() {}

  /// @param header null if it was not sent
  /// @throws Refusal `invalid` if it is blank or longer than 200 characters
  public static Optional<String> read(@Nullable String header) {
    if (header != null && (header.isBlank() || header.length() > LONGEST)) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem(HEADER, "problem.field.Size")));
    }
    return Optional.ofNullable(header);
  }
}
