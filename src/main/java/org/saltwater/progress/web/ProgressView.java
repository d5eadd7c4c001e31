package org.saltwater.progress.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.progress.Goal;
import org.saltwater.progress.Goals;
import org.saltwater.progress.Trend;
import org.saltwater.site.FormErrors;

/// How things have changed, for the client and for whoever may read it.
///
/// @param id the client's, or null when the client reads
/// @param name the client's
/// @param asked whether questions wait for the client
/// @param sessions when the hours were that the reader may know of
/// @param hours how the client found the hours, or null if they have not said
/// @param goals null for someone who may not read them
/// @param review what is worth reviewing together
/// @param typed a goal as it was typed, to be put right
public record ProgressView(
    @Nullable String id,
    String name,
    boolean asked,
    List<Line> lines,
    List<Instant> sessions,
    @Nullable HoursLine hours,
    @Nullable List<Goal> goals,
    ReviewView review,
    String typed,
    FormErrors errors) {

  /// @param key the instrument's id, good for an address within the page
  public record Line(String key, Trend trend, Chart chart) {
    /// Which words say what became of it.
    public String change() {
      return trend
          .change()
          .map(it -> it.code())
          .orElse(trend.readings().size() < 2 ? "one" : "none");
    }

    /// One answer is no line, and its picture would say less than its number.
    public boolean isDrawn() {
      return trend.readings().size() > 1;
    }

    public String title() {
      return trend.instrument().title();
    }
  }

  public boolean isOwn() {
    return id == null;
  }

  public String who() {
    return isOwn() ? "own" : "theirs";
  }

  public boolean mayAdd() {
    return isOwn() && goals != null && goals.stream().filter(Goal::isOpen).count() < Goals.MOST;
  }

  /// An id of its own for the next goal: the form sent twice makes one.
  public String newGoal() {
    return UUID.randomUUID().toString();
  }

  @Override
  public String toString() {
    return "ProgressView[redacted]";
  }
}
