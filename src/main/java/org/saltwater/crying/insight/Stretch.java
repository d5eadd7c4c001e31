package org.saltwater.crying.insight;

/// Hours in a row that one client had with one therapist, none of them missing in what is followed.
/// A change of therapist and an hour without an answer begin another.
///
/// @param first the number of its first hour among all of the client's
/// @param hours the same quantities for each, three hours at least: a single step has nothing to be
///     compared with
record Stretch(int first, double[][] hours) {
  static final int FEWEST = 3;

  Stretch {
    if (hours.length < FEWEST) {
      throw new IllegalArgumentException("three hours at least");
    }
  }

  /// From how many hours to the next.
  int steps() {
    return hours.length - 1;
  }

  /// The number of the hour in the middle of those that something follows.
  double middle() {
    return first + (steps() - 1) / 2.;
  }

  @Override
  public String toString() {
    return "Stretch[redacted]";
  }
}
