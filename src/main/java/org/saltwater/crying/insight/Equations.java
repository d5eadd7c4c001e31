package org.saltwater.crying.insight;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/// The linear equations for all coefficients at once: a row of them for each quantity at the next
/// hour, all with the same columns, and each quantity's news going with the others'.
final class Equations {
  private final int quantities;
  private final int width;
  private final double[][] left;
  private final double[] right;

  /// @param width how many coefficients each quantity has
  Equations(int quantities, int width) {
    this.quantities = quantities;
    this.width = width;
    left = new double[quantities * width][quantities * width];
    right = new double[quantities * width];
  }

  /// Adds what sums of products say.
  ///
  /// @param products of what the coefficients belong to, and after it the quantities at the next
  ///     hour
  /// @param weight how much each pair of quantities weighs: the inverse of their spread
  /// @param columns which coefficient belongs to each
  void add(RealMatrix products, RealMatrix weight, int[] columns) {
    var sums = products.getData();
    for (var i = 0; i < quantities; i++) {
      for (var j = 0; j < quantities; j++) {
        var weighs = weight.getEntry(i, j);
        for (var a = 0; a < columns.length; a++) {
          var row = i * width + columns[a];
          right[row] += weighs * sums[a][columns.length + j];
          for (var b = 0; b < columns.length; b++) {
            left[row][j * width + columns[b]] += weighs * sums[a][b];
          }
        }
      }
    }
  }

  /// Holds the coefficients of one quantity from this one on near zero.
  void hold(int quantity, int from, double weight) {
    for (var column = from; column < width; column++) {
      left[quantity * width + column][quantity * width + column] += weight;
    }
  }

  /// @return a row for each quantity
  /// @throws org.hipparchus.exception.MathRuntimeException if they have no single solution
  RealMatrix solve() {
    var solved =
        new CholeskyDecomposition(
                MatrixUtils.createRealMatrix(left), Carrying.EVEN, Carrying.POSITIVE)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right));
    var found = MatrixUtils.createRealMatrix(quantities, width);
    for (var i = 0; i < quantities; i++) {
      found.setRow(i, solved.getSubVector(i * width, width).toArray());
    }
    return found;
  }
}
