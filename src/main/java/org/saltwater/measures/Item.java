package org.saltwater.measures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question of an instrument, in the exact words of its source. The same question in two
/// instruments (the PHQ-4 is made of the first two of GAD-7 and PHQ-9) has the same link id, so it
/// is asked once.
///
/// @param choices what can be answered; empty for a count
/// @param scored whether the answer goes into the total
public record Item(
    String linkId, String text, @Nullable String loinc, List<Choice> choices, boolean scored) {
  public Item {
    choices = List.copyOf(choices);
  }

  boolean takes(int value) {
    for (var choice : choices) {
      if (choice.value() == value) {
        return true;
      }
    }
    return choices.isEmpty() && value >= 0;
  }
}
