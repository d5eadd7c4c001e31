package org.saltwater.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.Modality;

/// One person's way through the practice as far as figures need it: no name, no number, no
// therapist,
/// no words, and days instead of moments. Days are counted from 1970.
///
/// @param asked when they finished the questionnaire
/// @param domain what brings them first; the code of a problem domain, or empty
/// @param language the first of those they can have therapy in, in order of code; BCP 47, or empty
/// @param place ISO 3166
/// @param wishes how many wishes for a therapist they had, and how many the first one met
/// @param hours that are past, in order
/// @param changes days on which another therapist took over
/// @param ended whether nobody treats them any more
/// @param coming whether an hour is booked
record Case(
    int asked,
    String domain,
    String language,
    String place,
    int wishes,
    int wishesMet,
    List<Series> measured,
    List<Hour> hours,
    List<Integer> changes,
    boolean ended,
    boolean coming) {
  Case {
    measured = List.copyOf(measured);
    hours = List.copyOf(hours);
    changes = List.copyOf(changes);
  }

  /// What became of an hour that was booked.
  enum Kept {
    HELD,
    MISSED_BY_CLIENT,
    CANCELLED,
    /// Missed by the therapist, by both, or by each other.
    NOT_HELD
  }

  record Hour(int day, Modality channel, Kept kept) {
    boolean isHeld() {
      return kept == Kept.HELD;
    }
  }

  Optional<Series> find(String instrument) {
    return measured.stream().filter(it -> it.instrument().equals(instrument)).findFirst();
  }

  boolean isTreated() {
    return hours.stream().anyMatch(Hour::isHeld);
  }

  int firstHeld() {
    return hours.stream().filter(Hour::isHeld).findFirst().orElseThrow().day();
  }

  int lastHeld() {
    return hours.reversed().stream().filter(Hour::isHeld).findFirst().orElseThrow().day();
  }

  /// The channel of more than half of the hours that were held; empty if there is none.
  Optional<Modality> mostly() {
    var counts = new EnumMap<Modality, Integer>(Modality.class);
    var held = 0;
    for (var hour : hours) {
      if (hour.isHeld()) {
        counts.merge(hour.channel(), 1, Integer::sum);
        held++;
      }
    }
    for (var count : counts.entrySet()) {
      if (2 * count.getValue() > held) {
        return Optional.of(count.getKey());
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Case[redacted]";
  }
}
