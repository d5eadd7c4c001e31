package org.saltwater.matching;

/// What a therapist's earlier cases with one problem say about the next one, told carefully.
///
/// The raw mean ȳ of few cases is mostly luck, so it is shrunken towards the mean μ of all:
/// θ̂ = μ + B(ȳ − μ) with B = n / (n + (1 − ρ)/ρ), where ρ = .058 is the share of outcome that
/// therapists account for (5–6 % in large samples). n=5 keeps .24 of the difference, 15 .48, 50
/// .75. It counts only from 15 cases on (as in Constantino et al. 2021) and only when the posterior
/// probability that θ is on that side of μ is at least .8. Otherwise, and for whoever is new, the
/// estimate is μ itself: unknown is usual, never bad.
///
/// Unit: standard deviations of case-mix-adjusted residual change, more being better. The total
/// variance is then 1 and the therapists' τ² = ρ.
record OutcomeEstimate(int n, double mean) {
  static final double RHO = .058;
  static final int FEWEST_CASES = 15;

  /// Φ(z) ≥ .8
  private static final double Z_OF_PROBABILITY = .8416212335729143;

  /// Half a standard deviation from μ, twice τ, is as far as the points go.
  private static final double FULL_POINTS_AT = .5;

  static double kept(int n) {
    return n / (n + (1 - RHO) / RHO);
  }

  /// θ̂, whether or not it is sure enough to be used.
  double shrunken(double mu) {
    return mu + kept(n) * (mean - mu);
  }

  /// Whether it says enough to be used at all.
  boolean isTelling(double mu) {
    var deviation = Math.sqrt(RHO * (1 - kept(n)));
    return n >= FEWEST_CASES && Math.abs(shrunken(mu) - mu) / deviation >= Z_OF_PROBABILITY;
  }

  /// From -100 to 100, with 0 for μ.
  byte points(double mu) {
    if (!isTelling(mu)) {
      return 0;
    }
    var share = (shrunken(mu) - mu) / FULL_POINTS_AT;
    return (byte) Math.floor(100 * Math.clamp(share, -1, 1) + .5);
  }
}
