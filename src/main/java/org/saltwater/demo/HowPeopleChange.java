package org.saltwater.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// The model of how the demo's people change in the course of a therapy; docs/synthetic.md writes
// it
/// out. Distress is counted in standard deviations of the first answers, less is better.
///
/// A client's change after twelve weeks is normal around a mean. Part of how they differ goes with
/// the therapist, part with the alliance as the client rates it, the rest is their own. Of the
/// change, more happens in the first weeks.
///
/// @param mean change after twelve weeks, in standard deviations; chosen
/// @param deviation of that change between clients; chosen
/// @param alliance correlation of the client's mean check-in with their change; .278 in person and
///     .275 online (meta-analysis, as CLINICAL facts on outcome monitoring state it)
/// @param pace weeks in which 63 % of what there is to change has changed; chosen
/// @param unrepaired share of clients with whom a rupture stays; chosen
/// @param unrepairedCost by how many deviations of change they fare worse from then on; .45
/// @param strain how far ratings stay down until a rupture is repaired, in the client's own
///     deviations; chosen, above the 1 at which a fall is noticed
/// @param answered share of hours before which the questions are answered; chosen
record HowPeopleChange(
    double mean,
    double deviation,
    double alliance,
    double pace,
    double unrepaired,
    double unrepairedCost,
    double strain,
    double answered) {
  static final int WEEKS = 12;
  static final HowPeopleChange STATED = new HowPeopleChange(1.0, .8, .275, 4, .3, .45, 1.2, .85);

  private static final CourseOfTherapy COURSE = CourseOfTherapy.STATED;

  /// Change after twelve weeks. Pure.
  ///
  /// @param hurt whether a rupture has stayed
  double change(DemoClient client, boolean hurt) {
    var withTherapist =
        client
            .therapist()
            .map(it -> new SplittableRandom(0x5ea_4 + 15_485_863L * it.number()).nextGaussian())
            .orElse(0.);
    var share = COURSE.therapistShare();
    var rest = Math.sqrt(1 - share - alliance * alliance);
    var own = client.random("change after twelve weeks").nextGaussian();
    var sum = Math.sqrt(share) * withTherapist + alliance * ownMean(client) + rest * own;
    return mean + deviation * (sum - (hurt ? unrepairedCost : 0));
  }

  /// How the client rates hours on average, in deviations from everyone's mean.
  static double ownMean(DemoClient client) {
    return client.random("mean").nextGaussian();
  }

  /// Whether a rupture stays with this client.
  boolean ruptureStays(DemoClient client) {
    return client.random("repair").nextDouble() < unrepaired;
  }

  /// Which part of the change has happened, 0 to 1, after so many weeks.
  double done(double weeks) {
    return weeks <= 0 ? 0 : (1 - Math.exp(-weeks / pace)) / (1 - Math.exp(-WEEKS / pace));
  }

  double distress(DemoClient client, double weeks, boolean hurt) {
    return client.distress() - change(client, hurt) * done(weeks);
  }

  /// What the client answers to PHQ-9 and GAD-7.
  ///
  /// @param weeks since the first hour; 0 for the questionnaire at the beginning
  Map<String, Map<String, Integer>> answers(DemoClient client, double weeks, boolean hurt) {
    var random = client.random("answers" + Math.round(weeks * 100));
    var distress = distress(client, weeks, hurt);
    var phq = new LinkedHashMap<String, Integer>();
    for (var item = 1; item <= 8; item++) {
      phq.put(
          "phq-9." + item,
          COURSE.item(COURSE.phqMean(), COURSE.phqDeviation(), 8, distress, random));
    }
    phq.put("phq-9.9", weeks == 0 && client.hasThoughtsOfSelfHarm() ? 1 : 0);
    var gad = new LinkedHashMap<String, Integer>();
    for (var item = 1; item <= 7; item++) {
      gad.put(
          "gad-7." + item,
          COURSE.item(COURSE.gadMean(), COURSE.gadDeviation(), 7, distress, random));
    }
    return Map.of("phq-9", phq, "gad-7", gad);
  }

  /// How near a goal is, 0 to 10: from about 2, one and a half points nearer for each deviation of
  /// change.
  int rating(DemoClient client, double weeks, boolean hurt) {
    var random = client.random("goal" + Math.round(weeks * 100));
    var near = 2.5 + 2.5 * change(client, hurt) * done(weeks) + random.nextGaussian();
    return (int) Math.clamp(Math.round(near), 0, 10);
  }
}
