package org.saltwater.library;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/// That someone with a licence has looked at a text.
///
/// @param licences the places where they were licensed on that day (ISO 3166)
/// @param next the day from which on it is to be looked at again
public record Review(String name, List<String> licences, LocalDate on, LocalDate next) {
  /// How long a review is good for. Our own choice of figure.
  static final Period GOOD_FOR = Period.ofMonths(12);

  public Review {
    licences = List.copyOf(licences);
  }

  static Review of(String name, List<String> licences, LocalDate on) {
    return new Review(name, licences, on, on.plus(GOOD_FOR));
  }

  boolean isDue(LocalDate today) {
    return !today.isBefore(next);
  }
}
