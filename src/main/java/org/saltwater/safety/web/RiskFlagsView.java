package org.saltwater.safety.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people someone should get in touch with.
///
/// @param opensRecords whether they are on call, and may open a record for an hour
/// @param seesAll whether all open flags are shown, or only those of their own clients
public record RiskFlagsView(
    List<FlagLine> flags, boolean seesAll, boolean setsRota, boolean opensRecords) {
  public RiskFlagsView {
    flags = List.copyOf(flags);
  }

  /// @param name empty for someone without an account
  /// @param next the step that can be taken now, or null when none is left
  /// @param reach how to reach them; empty if they left nothing, null if it was not asked for
  public record FlagLine(
      UUID id,
      UUID client,
      String name,
      String level,
      String state,
      String source,
      Instant raisedAt,
      Instant contactBy,
      boolean overdue,
      List<StepLine> steps,
      @Nullable String next,
      @Nullable String reach) {
    public FlagLine {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "FlagLine[" + id + "]";
    }
  }

  /// @param what `seen` or `contacted`
  public record StepLine(String what, String who, Instant at) {}
}
