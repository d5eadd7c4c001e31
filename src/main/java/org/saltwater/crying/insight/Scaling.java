package org.saltwater.crying.insight;

import java.util.List;

/// Brings all quantities to a mean of 0 and a spread of 1, so that it does not matter in which unit
/// one is measured. A quantity that never changes keeps its unit.
record Scaling(double[] middle, double[] spread) {
  static Scaling of(List<Followed> people, int quantities) {
    var middle = new double[quantities];
    var spread = new double[quantities];
    var hours = people.stream().mapToInt(Followed::hours).sum();
    each(people, hour -> add(middle, hour, new double[quantities], 1));
    for (var i = 0; i < quantities; i++) {
      middle[i] /= hours;
    }
    each(people, hour -> add(spread, hour, middle, 2));
    for (var i = 0; i < quantities; i++) {
      spread[i] = spread[i] > 0 ? Math.sqrt(spread[i] / hours) : 1;
    }
    return new Scaling(middle, spread);
  }

  double[] apply(double[] hour) {
    var scaled = new double[hour.length];
    for (var i = 0; i < hour.length; i++) {
      scaled[i] = (hour[i] - middle[i]) / spread[i];
    }
    return scaled;
  }

  private interface Hour {
    void see(double[] quantities);
  }

  private static void each(List<Followed> people, Hour hour) {
    for (var person : people) {
      for (var stretch : person.stretches()) {
        for (var quantities : stretch.hours()) {
          hour.see(quantities);
        }
      }
    }
  }

  private static void add(double[] sums, double[] hour, double[] from, int power) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += Math.pow(hour[i] - from[i], power);
    }
  }
}
