package org.saltwater.matching;

import java.util.List;

/// Whether one therapist, found by name, fits, and why or why not.
public sealed interface Explanation {
  record Fits(Candidate candidate) implements Explanation {}

  /// @param obstacles all of them, so that nobody solves one only to meet the next
  record DoesNotFit(List<Obstacle> obstacles) implements Explanation {
    public DoesNotFit {
      obstacles = List.copyOf(obstacles);
    }
  }
}
