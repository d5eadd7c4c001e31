package org.saltwater.intake;

import java.util.List;

/// One part of a questionnaire as a therapist reads it.
///
/// @param title the part's name
public record AnsweredPart(String title, List<Line> lines) {
  public AnsweredPart {
    lines = List.copyOf(lines);
  }

  /// One question and what was answered to it.
  ///
  /// @param validated whether it is an item of a published instrument; our own are labelled
  public record Line(String question, List<String> answers, boolean validated) {
    public Line {
      answers = List.copyOf(answers);
    }

    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }
}
