package org.saltwater.demo;

import java.util.random.RandomGenerator;

/// The model that the demo's numbers are drawn from, so that charts and reports can be checked
/// against what was put in. Where a number comes from a study or from an instrument's data it says
/// so; the others are chosen, and no claim about real people.
///
/// A client's distress at the start is one standard normal number; items of PHQ-9 and GAD-7 and
/// what they say about sleep follow it. A session's check-in is the client's own mean plus noise,
/// except in a session in which something went wrong.
///
/// @param phqMean mean PHQ-9 total at the start, 0 to 27; chosen, around the cut of 10
/// @param phqDeviation its standard deviation; chosen
/// @param gadMean mean GAD-7 total at the start, 0 to 21; chosen, around the cut of 8
/// @param gadDeviation its standard deviation; 4.5, as the published reliable change rests on
/// @param therapistShare share of the variance of outcomes that lies between therapists (ρ); .058,
///     the middle of the 5–6 % that matching rests on
/// @param ratingMean mean of a check-in's rating, 0 to 4; chosen
/// @param ratingBetween standard deviation between clients; chosen
/// @param ratingWithin standard deviation between one client's sessions; chosen
/// @param ruptureChance chance that a session feels wrong in some way; chosen
/// @param ruptureDepth by how many of the client's own standard deviations its ratings fall; more
///     than the 1 at which a rupture is noticed
/// @param checkInAnswered share of sessions after which the client answers the check-in; chosen
/// @param hoursBetweenMessages mean wait for the therapist's answer, in hours; chosen
record CourseOfTherapy(
    double phqMean,
    double phqDeviation,
    double gadMean,
    double gadDeviation,
    double therapistShare,
    double ratingMean,
    double ratingBetween,
    double ratingWithin,
    double ruptureChance,
    double ruptureDepth,
    double checkInAnswered,
    double hoursBetweenMessages) {

  static final CourseOfTherapy STATED =
      new CourseOfTherapy(13, 5, 11.5, 4.5, .058, 3.1, .4, .45, .08, 2.2, .85, 5);

  /// One item of an instrument, 0 to 3, for a person with this distress.
  ///
  /// @param items how many items the total is spread over
  int item(double mean, double deviation, int items, double distress, RandomGenerator random) {
    var share = (mean + deviation * distress) / items;
    return clamp(share + .6 * random.nextGaussian(), 3);
  }

  /// One rating of a session, 0 to 4.
  ///
  /// @param strain by how many of the client's own deviations it falls
  int rating(double own, double strain, RandomGenerator random) {
    var fall = strain * ratingWithin;
    return clamp(own - fall + ratingWithin * random.nextGaussian(), 4);
  }

  /// A therapist's mean of `n` cases beyond what the case mix predicts, in standard deviations.
  double meanOf(int n, double effect, RandomGenerator random) {
    return Math.sqrt(therapistShare) * effect
        + Math.sqrt((1 - therapistShare) / n) * random.nextGaussian();
  }

  private static int clamp(double value, int most) {
    return (int) Math.clamp(Math.round(value), 0, most);
  }
}
