package org.saltwater.matching;

import java.util.List;
import java.util.Optional;

/// Some of all who fit.
///
/// @param fitting how many fit in all
/// @param next the cursor of the page after; empty on the last
public record MatchPage(List<Candidate> candidates, int fitting, Optional<String> next) {
  public MatchPage {
    candidates = List.copyOf(candidates);
  }
}
