package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;

/// One time that a step is taken: set aside in the calendar, prepared, held, and noted.
///
/// @param hour the booked hour in which a step in session is taken
public record Repetition(
    UUID id,
    UUID step,
    RepetitionState state,
    Instant start,
    Instant end,
    Optional<AppointmentId> hour,
    Optional<Instant> begunAt,
    Optional<Instant> endedAt,
    Optional<Preparation> preparation,
    Optional<Note> note) {

  /// @param hour the booked hour, or null for a time of one's own
  static Repetition planned(
      UUID id, UUID step, Instant start, Instant end, @Nullable AppointmentId hour) {
    return new Repetition(
        id,
        step,
        RepetitionState.PLANNED,
        start,
        end,
        Optional.ofNullable(hour),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

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
