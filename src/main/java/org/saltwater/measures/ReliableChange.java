package org.saltwater.measures;

/// Jacobson and Truax 1991, J Consult Clin Psychol 59:12: how large a change must be to be more
/// than the instrument's own noise, and where the healthy range begins.
public final class ReliableChange {
  private static final double TWO_SIDED_95_PERCENT = 1.96;

  private ReliableChange() {}

  /// The smallest reliable change, in points of the total: 1.96·√2·SD·√(1−r).
  ///
  /// @param deviation standard deviation of the total before treatment, at least 0
  /// @param reliability of the instrument, 0 to 1
  /// @throws IllegalArgumentException if either is outside its range
  public static double smallest(double deviation, double reliability) {
    if (!(deviation >= 0) || !(reliability >= 0 && reliability <= 1)) {
      throw new IllegalArgumentException("deviation at least 0, reliability 0 to 1");
    }
    return TWO_SIDED_95_PERCENT * Math.sqrt(2) * deviation * Math.sqrt(1 - reliability);
  }

  /// Cut-off c, weighted between people in treatment and everyone else: (SDₙ·M_c + SD_c·Mₙ)/(SDₙ +
  /// SD_c).
  ///
  /// @throws IllegalArgumentException if a deviation is negative, or both are 0
  public static double cut(
      double clinicalMean, double clinicalDeviation, double generalMean, double generalDeviation) {
    var both = clinicalDeviation + generalDeviation;
    if (clinicalDeviation < 0 || generalDeviation < 0 || both == 0) {
      throw new IllegalArgumentException("deviations at least 0, and one above");
    }
    return (generalDeviation * clinicalMean + clinicalDeviation * generalMean) / both;
  }
}
