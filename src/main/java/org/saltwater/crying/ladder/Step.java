package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.UUID;
import org.saltwater.crying.Setting;
import org.saltwater.kernel.PersonId;

/// One step of a ladder, in the client's own words or as their therapist proposed it.
public record Step(
    UUID id,
    Setting stage,
    StepState state,
    PersonId madeBy,
    Instant madeAt,
    String title,
    Prompt prompt) {
  @Override
  public String toString() {
    return "Step[" + id + "]";
  }
}
