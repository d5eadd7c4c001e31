package org.saltwater.crying.ladder.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.ladder.Ladder;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.Step;
import org.saltwater.site.FormErrors;

/// One time of a step: before it, while it lasts, and after.
///
/// @param typed what is in the fields
/// @param begins whether it may begin now: one in session only once the two are in its hour
/// @param goneBy whether its hour went by
/// @param onCall whether someone is there now
/// @param now for what is said of a time that has gone by
public record TimeView(
    Repetition time,
    Step step,
    @Nullable Ladder ladder,
    boolean contactDue,
    boolean begins,
    boolean goneBy,
    @Nullable String therapist,
    boolean onCall,
    Map<String, String> typed,
    Instant now,
    FormErrors errors) {
  public TimeView {
    typed = Map.copyOf(typed);
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean isRefused() {
    return contactDue || (ladder != null && ladder.isPaused());
  }

  /// 0, 10 and so on up to 100: finer, nobody feels.
  public List<String> tens() {
    return IntStream.rangeClosed(0, 10).mapToObj(it -> String.valueOf(it * 10)).toList();
  }

  public List<String> ones() {
    return IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();
  }

  @Override
  public String toString() {
    return "TimeView[redacted]";
  }
}
