package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An invented practice in which it is known what goes with what. Quantities of an hour, in order:
/// the PHQ-9 total before it, whether tears came (0 or 1), and the check-in after it; with
/// moderation also how far support and shame were from their middle in an hour with tears, else 0.
///
/// Clients differ for good in everything, and those who are worse off cry more and rate the
/// check-in lower, so that comparing clients with each other would find what is not there. The
// first
/// total is drawn from elsewhere than those that follow. That tears come is about one chance in
/// five, moved up and down by the total an hour before; it must stay between 0 and 1, and the
/// numbers are such that it hardly ever has to be held there.
///
/// @param clients how many
/// @param hours for each, at least
/// @param most hours for each, at most
/// @param tears what tears in an hour go with in the next total
/// @param reverse by how much likelier tears are, for one point more an hour before
/// @param spread by how much what tears go with differs between clients (standard deviation)
/// @param support by how much less or more they go with per point of support; shame the same
/// @param unsteady the chance after each hour that another therapist takes over; the same again
///     that something is not answered
/// @param curved whether tears come by a logistic curve: then no straight line is true
record World(
    int clients,
    int hours,
    int most,
    double tears,
    double reverse,
    double spread,
    double support,
    double shame,
    double unsteady,
    boolean curved) {
  static final double CARRIES = .35;
  static final double CHECK_IN = -.3;
  static final double EACH_HOUR = -.15;
  private static final int THERAPISTS = 6;

  static World of(int clients, int hours, int most) {
    return new World(clients, hours, most, 0, 0, 0, 0, 0, 0, false);
  }

  World planted(double tearsGoWith, double totalGoesWith) {
    return new World(
        clients, hours, most, tearsGoWith, totalGoesWith, spread, support, shame, unsteady, curved);
  }

  World differing(double slopes) {
    return new World(
        clients, hours, most, tears, reverse, slopes, support, shame, unsteady, curved);
  }

  World moderated(double bySupport, double byShame) {
    return new World(
        clients, hours, most, tears, reverse, spread, bySupport, byShame, unsteady, curved);
  }

  World unsteady(double chance) {
    return new World(clients, hours, most, tears, reverse, spread, support, shame, chance, curved);
  }

  World curvedly() {
    return new World(clients, hours, most, tears, reverse, spread, support, shame, unsteady, true);
  }

  List<Followed> draw(long seed, boolean withModeration) {
    var random = new java.util.Random(new SplittableRandom(seed).nextLong());
    var therapists = random.doubles(THERAPISTS).map(it -> random.nextGaussian()).toArray();
    var all = new ArrayList<Followed>();
    for (var i = 0; i < clients; i++) {
      var one = new OneClient(random, therapists, withModeration).live();
      if (!one.stretches().isEmpty()) {
        all.add(one);
      }
    }
    return all;
  }

  private final class OneClient {
    private final java.util.Random random;
    private final double[] therapists;
    private final boolean withModeration;
    private final double level;
    private final double slope;
    private final double inclined;
    private final double trusting;
    private final double supported;
    private final double ashamed;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<double[]> running = new ArrayList<>();
    private double therapist;
    private int hour;

    OneClient(java.util.Random random, double[] therapists, boolean withModeration) {
      this.random = random;
      this.therapists = therapists;
      this.withModeration = withModeration;
      level = 3 * random.nextGaussian();
      slope = tears + spread * random.nextGaussian();
      inclined = within(.22 + .06 * random.nextGaussian() + .005 * level, .14, .5);
      trusting = .8 * random.nextGaussian() - .1 * level;
      supported = 1.5 * random.nextGaussian();
      ashamed = 1.5 * random.nextGaussian();
      therapist = therapists[random.nextInt(THERAPISTS)];
    }

    Followed live() {
      var total = 10 + 2 * level + 3 * random.nextGaussian();
      var lastTotal = 10 + level;
      var cried = 0.;
      var checkIn = 0.;
      var length = hours + (most > hours ? Math.min(most - hours, geometric()) : 0);
      for (hour = 0; hour < length; hour++) {
        cried = random.nextDouble() < chance(lastTotal, cried) ? 1 : 0;
        var support6 = cried * (supported + 2 * random.nextGaussian());
        var shame4 = cried * (ashamed + 2 * random.nextGaussian());
        checkIn =
            trusting + .3 * checkIn - .03 * (total - 10) + .2 * cried + .8 * random.nextGaussian();
        keep(
            withModeration
                ? new double[] {total, cried, checkIn, support6, shame4}
                : new double[] {total, cried, checkIn});
        lastTotal = total;
        total =
            (10 + level) * (1 - CARRIES)
                + CARRIES * total
                + slope * cried
                + support * support6
                + shame * shame4
                + CHECK_IN * checkIn
                + EACH_HOUR * hour
                + therapist
                + 3 * random.nextGaussian();
      }
      end(hour);
      return new Followed(stretches);
    }

    private void keep(double[] quantities) {
      running.add(quantities);
      if (unsteady > 0 && random.nextDouble() < unsteady) {
        end(hour + 1);
        therapist = therapists[random.nextInt(THERAPISTS)];
      } else if (unsteady > 0 && random.nextDouble() < unsteady) {
        running.removeLast();
        end(hour);
      }
    }

    private void end(int after) {
      if (running.size() >= Stretch.FEWEST) {
        stretches.add(new Stretch(after - running.size(), running.toArray(double[][]::new)));
      }
      running.clear();
    }

    private double chance(double lastTotal, double cried) {
      var worse = lastTotal - 10 - level;
      return curved
          ? 1
              / (1
                  + Math.exp(
                      -Math.log(inclined / (1 - inclined)) - 6 * reverse * worse - .5 * cried))
          : within(inclined + reverse * worse + .08 * cried, .01, .95);
    }

    private int geometric() {
      return (int) (Math.log(1 - random.nextDouble()) / Math.log(.8));
    }
  }

  private static double within(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
