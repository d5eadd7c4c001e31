package org.saltwater.intake.questionnaire;

import java.util.List;

/// A part of the questionnaire with a name of its own.
public record Section(String linkId, List<Group> groups) {
  public Section {
    groups = List.copyOf(groups);
  }
}
