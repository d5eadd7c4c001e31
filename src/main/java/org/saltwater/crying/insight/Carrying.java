package org.saltwater.crying.insight;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /// How far from even, and how small, a spread may be.
  static final double EVEN = 1e-6;

  static final double POSITIVE = 1e-14;

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
    for (var i = 0; i < before.getRowDimension(); i++) {
      before.addToEntry(i, i, RIDGE * count(sums));
    }
    var rest =
        between
            .getSubMatrix(quantities, end, end + 1, end + quantities)
            .subtract(between.getSubMatrix(quantities, end, 0, end).multiply(told.transpose()));
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
    rest.setSubMatrix(
        MatrixUtils.createRealIdentityMatrix(quantities).getData(), 0, quantities + 1);
    var within = rest.multiply(sums.within()).multiply(rest.transpose()).scalarMultiply(1 / free);
    var level = MatrixUtils.createRealMatrix(quantities, 2 * quantities + shape.before());
    var known = levelColumns(shape);
    for (var row = 0; row < quantities; row++) {
      for (var column = 0; column < known.length; column++) {
        level.setEntry(row, column, -coefficients.getEntry(row, known[column]));
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
        coefficients,
        within,
        shape.lengths().length == 1 ? levels : bounded(levels, within, shape));
  }

  private static RealMatrix bounded(RealMatrix levels, RealMatrix within, Sums.Shape shape) {
    var root = new CholeskyDecomposition(within, EVEN, POSITIVE).getL();
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
    var equations = new Equations(quantities, quantities + 1 + shape.before());
    equations.add(
        sums.within(), inverse(now.within), IntStream.rangeClosed(0, quantities).toArray());
    var known = levelColumns(shape);
    for (var i = 0; i < shape.lengths().length; i++) {
      if (sums.stretches()[i] > 0) {
        var spread = now.levels.add(now.within.scalarMultiply(1. / shape.lengths()[i]));
        equations.add(sums.between()[i], inverse(spread), known);
      }
    }
    for (var i = 0; i < quantities; i++) {
      equations.hold(i, quantities + 1, RIDGE * count(sums) / now.within.getEntry(i, i));
    }
    return equations.solve();
  }

  /// Levels know nothing of the number of the hour, whose coefficient stands after the quantities'.
  private static int[] levelColumns(Sums.Shape shape) {
    var quantities = shape.quantities();
    return IntStream.rangeClosed(0, quantities + shape.before())
        .filter(column -> column != quantities)
        .toArray();
  }

  private static RealMatrix inverse(RealMatrix spread) {
    return new CholeskyDecomposition(spread, EVEN, POSITIVE).getSolver().getInverse();
  }

  private static RealMatrix between(Sums sums) {
    var all = sums.between()[0];
    for (var i = 1; i < sums.between().length; i++) {
      all = all.add(sums.between()[i]);
    }
    return all;
  }

  private static double count(Sums sums) {
    return Arrays.stream(sums.stretches()).sum();
  }
}
