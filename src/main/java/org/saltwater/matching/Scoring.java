package org.saltwater.matching;

import java.util.List;
import org.saltwater.intake.Weight;
import org.saltwater.kernel.ProblemDomain;

/// Gives a therapist who fits their points. Whole numbers throughout, so that the parts sum to the
/// score exactly and any other program can check it.
final class Scoring {
  private static final int FULL_OUTCOME = 100;

  private final Weights weights;
  private final WishGroup[] likings;
  private final int[] problems;
  private final int[] shares;
  private final int allShares;
  private final int now;
  private final int window;

  Scoring(
      Weights weights, List<ProblemDomain> domains, List<WishGroup> wishes, int now, int until) {
    this.weights = weights;
    this.likings =
        wishes.stream()
            .filter(group -> group.weight() == Weight.WOULD_LIKE)
            .toArray(WishGroup[]::new);
    this.problems = domains.stream().mapToInt(Bits::place).toArray();
    this.shares = new int[problems.length];
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      shares[rank] = Weights.ofProblem(rank);
      sum += shares[rank];
    }
    this.allShares = sum;
    this.now = now;
    this.window = until - now;
  }

  int total(Listing listing, int start) {
    return wishes(listing) + expertise(listing) + outcome(listing) + soonest(start);
  }

  Score score(Listing listing, int start) {
    return new Score(wishes(listing), expertise(listing), outcome(listing), soonest(start));
  }

  private int wishes(Listing listing) {
    if (likings.length == 0) {
      return 0;
    }
    var met = 0;
    for (var group : likings) {
      if (group.isTrueOf(listing)) {
        met++;
      }
    }
    return weights.wishes() * met / likings.length;
  }

  private int expertise(Listing listing) {
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      sum += (listing.specialties >>> problems[rank] & 1) * shares[rank];
    }
    return allShares == 0 ? 0 : weights.expertise() * sum / allShares;
  }

  private int outcome(Listing listing) {
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      sum += (FULL_OUTCOME + listing.outcomes[problems[rank]]) * shares[rank];
    }
    return allShares == 0
        ? weights.outcome() / 2
        : weights.outcome() * sum / (2 * FULL_OUTCOME * allShares);
  }

  private int soonest(int start) {
    return weights.soonest() * (window - (start - now)) / window;
  }
}
