package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One time that a step is taken: set aside in the calendar, prepared, held, and noted.
public record Repetition(
    UUID id,
    UUID step,
    RepetitionState state,
    Instant start,
    Instant end,
    Optional<Instant> begunAt,
    Optional<Instant> endedAt,
    Optional<Preparation> preparation,
    Optional<Note> note) {

  /// How hard it was; empty unless all three were given.
  public Optional<Discomfort> discomfort() {
    if (preparation.isEmpty() || note.isEmpty()) {
      return Optional.empty();
    }
    var before = preparation.get().before();
    var peak = note.get().peak();
    var after = note.get().after();
    return before == null || peak == null || after == null
        ? Optional.empty()
        : Optional.of(new Discomfort(before, peak, after));
  }

  @Override
  public String toString() {
    return "Repetition[" + id + "]";
  }
}
