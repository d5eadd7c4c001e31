package org.saltwater.matching;

import java.util.List;

/// What a search ends with.
public sealed interface MatchResult {
  /// @param candidates the best three, or fewer if fewer fit
  /// @param fitting how many fit in all
  record Found(List<Candidate> candidates, int fitting) implements MatchResult {
    public Found {
      candidates = List.copyOf(candidates);
    }
  }

  /// @param relaxations single steps that would lead to someone, the most helpful first
  record NobodyFits(List<Relaxation> relaxations) implements MatchResult {
    public NobodyFits {
      relaxations = List.copyOf(relaxations);
    }
  }
}
