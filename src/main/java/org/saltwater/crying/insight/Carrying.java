package org.saltwater.crying.insight;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/// How each quantity carries over to each at the next hour, found by alternating between the
/// coefficients, for given spreads, and the spreads, for given coefficients. What is maximized, and
/// why, stands at [WithinPerson].
///
/// @param coefficients a row for each quantity at the next hour: of each quantity now, of the
///     hour's number, and of what tells a stretch's own level
/// @param within the spread of what is new in each hour
/// @param levels the spread of stretches' own levels
record Carrying(RealMatrix coefficients, RealMatrix within, RealMatrix levels) {
  /// In spreads of the quantities; intervals are some hundred thousand times as wide.
  private static final double NEAR = 1e-6;

  private static final int MOST_ROUNDS = 1_000;
  private static final double LONGEST = 20;

  /// Keeps a first hour in which nobody cried from making the equations unsolvable; far below what
  /// any interval would notice.
  private static final double RIDGE = 1e-8;

  /// Levels may come out a little less spread than not at all, as differences of estimates do; not
  /// so far that a mean of the longest stretch would have no spread left.
  private static final double LEAST = -.5;

  /// Alternating goes straight but slowly; each third step leaps along the way of the two before it
  /// (Varadhan and Roland 2008, Scand J Stat 35:335).
  ///
  /// @param start where to begin; null to begin with what holds within stretches alone
  /// @return empty if there is no solution, as when a quantity never changes
  static Optional<Carrying> find(Sums sums, @Nullable Carrying start) {
    try {
      var now = (start == null ? within(sums) : start).coefficients;
      for (var round = 0; round < MOST_ROUNDS; round++) {
        var next = coefficients(sums, spreads(sums, now));
        var after = coefficients(sums, spreads(sums, next));
        if (after.subtract(next).getNorm1() < NEAR) {
          return Optional.of(spreads(sums, after));
        }
        now = coefficients(sums, spreads(sums, leap(now, next, after)));
      }
    } catch (MathRuntimeException unsolvable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static RealMatrix leap(RealMatrix now, RealMatrix next, RealMatrix after) {
    var step = next.subtract(now);
    var turn = after.subtract(next).subtract(step);
    var length = Math.clamp(step.getFrobeniusNorm() / turn.getFrobeniusNorm(), 1, LONGEST);
    return now.add(step.scalarMultiply(2 * length)).add(turn.scalarMultiply(length * length));
  }

  /// The within-person estimate without any correction: where the search begins, and what the tests
  /// show to miss.
  static Carrying within(Sums sums) {
    var shape = sums.shape();
    var quantities = shape.quantities();
    var size = quantities + 1;
    var last = 2 * quantities;
    var solved =
        new LUDecomposition(sums.within().getSubMatrix(0, quantities, 0, quantities))
            .getSolver()
            .solve(sums.within().getSubMatrix(0, quantities, size, last));
    var all = MatrixUtils.createRealMatrix(quantities, size + shape.before());
    all.setSubMatrix(solved.transpose().getData(), 0, 0);
    var between = between(sums);
    var told = MatrixUtils.createRealMatrix(quantities, quantities + shape.before());
    told.setSubMatrix(all.getSubMatrix(0, quantities - 1, 0, quantities - 1).getData(), 0, 0);
    var end = quantities + shape.before() - 1;
    var before = between.getSubMatrix(quantities, end, quantities, end);
    ridge(before, 0, count(sums));
    var rest =
        between
            .getSubMatrix(quantities, end, end + 1, end + quantities)
            .subtract(
                between
                    .getSubMatrix(quantities, end, 0, end)
                    .multiply(told.transpose()));
    all.setSubMatrix(
        new LUDecomposition(before).getSolver().solve(rest).transpose().getData(), 0, size);
    return spreads(sums, all);
  }

  private static Carrying spreads(Sums sums, RealMatrix coefficients) {
    var shape = sums.shape();
    var quantities = shape.quantities();
    var free = 0.;
    var count = 0.;
    var shares = 0.;
    for (var i = 0; i < shape.lengths().length; i++) {
      free += sums.stretches()[i] * (shape.lengths()[i] - 1.);
      count += sums.stretches()[i];
      shares += (double) sums.stretches()[i] / shape.lengths()[i];
    }
    var rest = MatrixUtils.createRealMatrix(quantities, 2 * quantities + 1);
    rest.setSubMatrix(
        coefficients.getSubMatrix(0, quantities - 1, 0, quantities).scalarMultiply(-1).getData(),
        0,
        0);
    rest.setSubMatrix(MatrixUtils.createRealIdentityMatrix(quantities).getData(), 0, quantities + 1);
    var within =
        rest.multiply(sums.within()).multiply(rest.transpose()).scalarMultiply(1 / free);
    var level = MatrixUtils.createRealMatrix(quantities, 2 * quantities + shape.before());
    for (var row = 0; row < quantities; row++) {
      for (var column = 0; column < quantities + shape.before(); column++) {
        level.setEntry(row, column, -coefficients.getEntry(row, column(quantities, column)));
      }
      level.setEntry(row, quantities + shape.before() + row, 1);
    }
    var levels =
        level
            .multiply(between(sums))
            .multiply(level.transpose())
            .scalarMultiply(1 / count)
            .subtract(within.scalarMultiply(shares / count));
    return new Carrying(
        coefficients, within, shape.lengths().length == 1 ? levels : bounded(levels, within, shape));
  }

  private static RealMatrix bounded(RealMatrix levels, RealMatrix within, Sums.Shape shape) {
    var root = new CholeskyDecomposition(within, 1e-6, 1e-14).getL();
    var back = new LUDecomposition(root).getSolver().getInverse();
    var relative = back.multiply(levels).multiply(back.transpose());
    var even = relative.add(relative.transpose()).scalarMultiply(.5);
    var parts = new EigenDecompositionSymmetric(even);
    var least = LEAST / shape.lengths()[shape.lengths().length - 1];
    var values = parts.getEigenvalues().clone();
    var floored = MatrixUtils.createRealMatrix(values.length, values.length);
    for (var i = 0; i < values.length; i++) {
      floored.setEntry(i, i, Math.max(values[i], least));
    }
    var turned = root.multiply(parts.getV());
    return turned.multiply(floored).multiply(turned.transpose());
  }

  private static RealMatrix coefficients(Sums sums, Carrying now) {
    var shape = sums.shape();
    var quantities = shape.quantities();
    var width = quantities + 1 + shape.before();
    var left = new double[quantities * width][quantities * width];
    var right = new double[quantities * width];
    add(left, right, sums.within(), inverse(now.within), quantities, width, quantities + 1, false);
    for (var i = 0; i < shape.lengths().length; i++) {
      if (sums.stretches()[i] > 0) {
        var spread = now.levels.add(now.within.scalarMultiply(1. / shape.lengths()[i]));
        var known = quantities + shape.before();
        add(left, right, sums.between()[i], inverse(spread), quantities, width, known, true);
      }
    }
    for (var i = 0; i < quantities; i++) {
      var trace = now.within.getEntry(i, i);
      for (var j = quantities + 1; j < width; j++) {
        left[i * width + j][i * width + j] += RIDGE * count(sums) / trace;
      }
    }
    var solved =
        new CholeskyDecomposition(MatrixUtils.createRealMatrix(left), 1e-6, 1e-14)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right));
    var found = MatrixUtils.createRealMatrix(quantities, width);
    for (var i = 0; i < quantities; i++) {
      found.setRow(i, solved.getSubVector(i * width, width).toArray());
    }
    return found;
  }

  private static void add(
      double[][] left,
      double[] right,
      RealMatrix sums,
      double[][] weight,
      int quantities,
      int width,
      int known,
      boolean between) {
    var products = sums.getData();
    for (var i = 0; i < quantities; i++) {
      for (var a = 0; a < known; a++) {
        var row = i * width + (between ? column(quantities, a) : a);
        for (var j = 0; j < quantities; j++) {
          right[row] += weight[i][j] * products[a][known + j];
          for (var b = 0; b < known; b++) {
            left[row][j * width + (between ? column(quantities, b) : b)] +=
                weight[i][j] * products[a][b];
          }
        }
      }
    }
  }

  /// Levels know nothing of the number of the hour, whose coefficient stands after the quantities'.
  private static int column(int quantities, int known) {
    return known < quantities ? known : known + 1;
  }

  private static double[][] inverse(RealMatrix spread) {
    return new CholeskyDecomposition(spread, 1e-6, 1e-14).getSolver().getInverse().getData();
  }

  private static RealMatrix between(Sums sums) {
    var all = sums.between()[0];
    for (var i = 1; i < sums.between().length; i++) {
      all = all.add(sums.between()[i]);
    }
    return all;
  }

  private static void ridge(RealMatrix square, int from, double count) {
    for (var i = from; i < square.getRowDimension(); i++) {
      square.addToEntry(i, i, RIDGE * count);
    }
  }

  private static double count(Sums sums) {
    return java.util.Arrays.stream(sums.stretches()).sum();
  }
}
