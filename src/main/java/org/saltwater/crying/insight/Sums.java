package org.saltwater.crying.insight;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// All that the estimate needs of hours: sums of products within stretches, around each stretch's
/// own means, and between them, apart for each length. Sums of people are people's sums, and one
/// person is left out by taking theirs away.
///
/// @param within of each hour's quantities, its number, and the next hour's quantities
/// @param between for each length: of the means of the same, with the first hour's quantities as
///     what stands for how a person was before
/// @param stretches how many of each length
record Sums(Shape shape, RealMatrix within, RealMatrix[] between, int[] stretches) {

  /// @param quantities followed in each hour
  /// @param lengths in steps, all that there are, in order
  /// @param middle of all stretches' middles
  /// @param varying whether stretches have different middles
  record Shape(int quantities, int[] lengths, double middle, boolean varying) {
    /// What a stretch's own level is told from: a constant, its first hour, and when it was.
    int before() {
      return quantities + 1 + (varying ? 1 : 0);
    }

    int place(int steps) {
      return java.util.Arrays.binarySearch(lengths, steps);
    }
  }

  static Sums none(Shape shape) {
    var within = 2 * shape.quantities() + 1;
    var between = new RealMatrix[shape.lengths().length];
    for (var i = 0; i < between.length; i++) {
      var size = 2 * shape.quantities() + shape.before();
      between[i] = MatrixUtils.createRealMatrix(size, size);
    }
    return new Sums(
        shape, MatrixUtils.createRealMatrix(within, within), between, new int[between.length]);
  }

  static Sums of(Shape shape, Scaling scaling, Followed person) {
    var sums = none(shape);
    for (var stretch : person.stretches()) {
      sums.add(scaling, stretch);
    }
    return sums;
  }

  Sums plus(Sums other) {
    return combine(other, 1);
  }

  Sums minus(Sums other) {
    return combine(other, -1);
  }

  private Sums combine(Sums other, int sign) {
    var means = new RealMatrix[between.length];
    var counts = new int[between.length];
    for (var i = 0; i < means.length; i++) {
      means[i] = between[i].add(other.between[i].scalarMultiply(sign));
      counts[i] = stretches[i] + sign * other.stretches[i];
    }
    return new Sums(shape, within.add(other.within.scalarMultiply(sign)), means, counts);
  }

  private void add(Scaling scaling, Stretch stretch) {
    var quantities = shape.quantities();
    var steps = stretch.steps();
    var rows = new double[steps][];
    var means = new double[2 * quantities + 1];
    var now = scaling.apply(stretch.hours()[0]);
    var first = now;
    for (var step = 0; step < steps; step++) {
      var next = scaling.apply(stretch.hours()[step + 1]);
      rows[step] = new double[means.length];
      System.arraycopy(now, 0, rows[step], 0, quantities);
      rows[step][quantities] = stretch.first() + step;
      System.arraycopy(next, 0, rows[step], quantities + 1, quantities);
      for (var i = 0; i < means.length; i++) {
        means[i] += rows[step][i] / steps;
      }
      now = next;
    }
    for (var row : rows) {
      for (var i = 0; i < means.length; i++) {
        row[i] -= means[i];
      }
      addProducts(within, row);
    }
    var place = shape.place(steps);
    addProducts(between[place], levels(means, first, stretch.middle()));
    stretches[place]++;
  }

  private double[] levels(double[] means, double[] first, double middle) {
    var quantities = shape.quantities();
    var levels = new double[2 * quantities + shape.before()];
    System.arraycopy(means, 0, levels, 0, quantities);
    levels[quantities] = 1;
    System.arraycopy(first, 0, levels, quantities + 1, quantities);
    if (shape.varying()) {
      levels[2 * quantities + 1] = middle - shape.middle();
    }
    System.arraycopy(means, quantities + 1, levels, quantities + shape.before(), quantities);
    return levels;
  }

  private static void addProducts(RealMatrix sums, double[] row) {
    for (var i = 0; i < row.length; i++) {
      for (var j = 0; j < row.length; j++) {
        sums.addToEntry(i, j, row[i] * row[j]);
      }
    }
  }
}
