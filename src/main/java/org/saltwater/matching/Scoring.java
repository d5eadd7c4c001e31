package org.saltwater.matching;

import java.util.List;
import org.saltwater.intake.Weight;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.ProblemDomain;

/// Gives a therapist who fits their points. Whole numbers throughout, so that the parts sum to the
/// score exactly and any other program can check it.
final class Scoring {
  private static final int FULL_OUTCOME = 100;

  private final Weights weights;
  private final long[] likings;
  private final int[] problems;
  private final int[] shares;
  private final int allShares;

  /// Points by how much of the problems, in shares, a therapist works with.
  private final int[] expertise;

  private final int now;
  private final int window;

  Scoring(
      Weights weights, List<ProblemDomain> domains, List<WishGroup> wishes, int now, int until) {
    this.weights = weights;
    this.likings =
        wishes.stream()
            .filter(group -> group.weight() == Weight.WOULD_LIKE)
            .mapToLong(WishGroup::traits)
            .toArray();
    this.problems = domains.stream().mapToInt(Bits::place).toArray();
    this.shares = new int[problems.length];
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      shares[rank] = Weights.ofProblem(rank);
      sum += shares[rank];
    }
    this.allShares = sum;
    this.expertise = new int[allShares + 1];
    for (var share = 1; share <= allShares; share++) {
      expertise[share] = weights.expertise() * share / allShares;
    }
    this.now = now;
    this.window = until - now;
  }

  Score score(Listing listing, int start) {
    return new Score(
        wishes(listing.traits),
        expertise(listing.traits),
        outcome(listing.outcomes, 0),
        soonest(start));
  }

  /// What no therapist can get more of for outcome and the soonest time together.
  int mostOfOutcomeAndSoonest() {
    return weights.outcome() + weights.soonest();
  }

  int mostOfSoonest() {
    return weights.soonest();
  }

  /// @param traits see [Traits]
  int wishesAndExpertise(long traits) {
    return wishes(traits) + expertise(traits);
  }

  /// @param points of [OutcomeEstimate] by problem domain
  /// @param from where a therapist's begin
  int outcome(byte[] points, int from) {
    if (allShares == 0) {
      return weights.outcome() / 2;
    }
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      sum += (FULL_OUTCOME + points[from + problems[rank]]) * shares[rank];
    }
    return weights.outcome() * sum / (2 * FULL_OUTCOME * allShares);
  }

  int soonest(int start) {
    return weights.soonest() * (window - (start - now)) / window;
  }

  private int wishes(long traits) {
    if (likings.length == 0) {
      return 0;
    }
    var met = 0;
    for (var liking : likings) {
      if ((traits & liking) != 0) {
        met++;
      }
    }
    return weights.wishes() * met / likings.length;
  }

  private int expertise(long traits) {
    var specialties = Traits.bits(traits, WishKind.SPECIALTY);
    var sum = 0;
    for (var rank = 0; rank < problems.length; rank++) {
      sum += (specialties >>> problems[rank] & 1) * shares[rank];
    }
    return expertise[sum];
  }
}
