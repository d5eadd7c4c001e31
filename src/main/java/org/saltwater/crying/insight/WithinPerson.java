package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.RealMatrix;

/// The within-person model: what a quantity at one hour went with at the next, each client compared
/// with themselves.
///
/// All quantities together, W, follow their own last values: W(t+1) = Φ·W(t) + δ·t + level + news,
/// so each arm stands beside its reverse. The level belongs to one client with one therapist and is
/// a random effect that may go with everything else: given the first hour W(1), it is a linear
/// function of it and a rest (Wooldridge 2005, J Appl Econom 20:39). Whatever makes one client, or
/// one therapist, differ from another for good is in it, so that an entry of Φ is within the
// person,
/// as if the person's mean had been taken away.
///
/// Taking it away in fact would not do: a mean of five hours holds the future, and entries come out
/// wrong by about one part in the number of hours (Nickell 1981, Econometrica 49:1417), more where
/// one quantity answers to another. So the likelihood of the hours after the first, given the
// first,
/// is maximized (Moral-Benito 2013, J Bus Econ Stat 31:451). It is written as stretches' deviations
/// and their means, whose errors cancel at any number of hours. It asks for no normal distribution,
/// only for effects that add up and a spread of news that does not change with the hour (for
// spreads
/// that differ between people see Hayakawa and Pesaran 2012, IZA Discussion Paper 6583).
///
/// Intervals: one client after the other is left out and all is found anew (the jackknife over
/// clusters, Cameron and Miller 2015, J Hum Resour 50:317), with Student's t of one less than there
/// are clients. They hold for effects that differ between clients, for clients with several
/// therapists, and whatever one client's hours have to do with each other.
///
/// How far all this holds is seen by `bin/check-insight`; its figures are in docs/insight.md.
final class WithinPerson {
  private static final double CONFIDENCE = .95;

  private final Scaling scaling;
  private final RealMatrix found;
  private final List<RealMatrix> without;

  private WithinPerson(Scaling scaling, RealMatrix found, List<RealMatrix> without) {
    this.scaling = scaling;
    this.found = found;
    this.without = without;
  }

  /// @param people each with one stretch at least, all with the same quantities
  /// @return empty if it cannot be told, as when a quantity hardly changes
  static Optional<WithinPerson> fit(List<Followed> people) {
    if (people.size() < 2) {
      return Optional.empty();
    }
    var quantities = people.getFirst().stretches().getFirst().hours()[0].length;
    var scaling = Scaling.of(people, quantities);
    var shape = shape(people, quantities);
    var each = people.stream().map(it -> Sums.of(shape, scaling, it)).toList();
    var all = each.stream().reduce(Sums.none(shape), Sums::plus);
    var found = Carrying.find(all, null);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var without = new ArrayList<RealMatrix>();
    for (var one : each) {
      var rest = Carrying.find(all.minus(one), found.get());
      if (rest.isEmpty()) {
        return Optional.empty();
      }
      without.add(rest.get().coefficients());
    }
    return Optional.of(new WithinPerson(scaling, found.get().coefficients(), without));
  }

  /// What one more of a quantity now went with in another at the next hour, in their own units.
  Effect effect(int now, int next) {
    var unit = scaling.spread()[next] / scaling.spread()[now];
    var value = found.getEntry(next, now);
    var count = without.size();
    var squares =
        without.stream().mapToDouble(it -> Math.pow(it.getEntry(next, now) - value, 2)).sum();
    var half =
        Math.sqrt(squares * (count - 1) / count)
            * new TDistribution(count - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return new Effect(unit * value, unit * (value - half), unit * (value + half));
  }

  static Sums.Shape shape(List<Followed> people, int quantities) {
    var stretches = people.stream().flatMap(it -> it.stretches().stream()).toList();
    var middles = stretches.stream().mapToDouble(Stretch::middle).toArray();
    return new Sums.Shape(
        quantities,
        stretches.stream().mapToInt(Stretch::steps).distinct().sorted().toArray(),
        DoubleStream.of(middles).average().orElseThrow(),
        DoubleStream.of(middles).distinct().count() > 1);
  }
}
