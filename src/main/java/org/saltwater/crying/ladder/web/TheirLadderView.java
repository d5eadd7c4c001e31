package org.saltwater.crying.ladder.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.LadderReading;

/// A client's ladder as their therapist sees it.
public record TheirLadderView(
    String id, String name, LadderReading.Theirs ladder, boolean proposed, StepFormView form) {

  /// @param chart empty unless the course is shared and there is one
  public record Line(UUID id, String title, String word, Optional<LadderChart> chart) {
    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }

  public record Part(Setting setting, List<Line> lines) {}

  public List<Part> stages() {
    return Arrays.stream(Setting.values())
        .map(
            setting ->
                new Part(
                    setting,
                    ladder.steps().stream()
                        .filter(it -> it.step().stage() == setting)
                        .map(TheirLadderView::line)
                        .toList()))
        .toList();
  }

  private static Line line(LadderReading.Shared it) {
    return new Line(
        it.step().id(),
        it.step().title(),
        it.settled() ? "settled" : it.tried() ? "tried" : "new",
        LadderChart.of(it.courses()));
  }

  @Override
  public String toString() {
    return "TheirLadderView[redacted]";
  }
}
