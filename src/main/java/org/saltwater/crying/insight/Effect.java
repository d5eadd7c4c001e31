package org.saltwater.crying.insight;

/// By how much one quantity was different at the next hour, for one more of another at this one,
/// with its 95 % interval.
public record Effect(double value, double low, double high) {
  /// Whether the interval leaves out zero.
  public boolean leavesOutZero() {
    return low > 0 || high < 0;
  }
}
