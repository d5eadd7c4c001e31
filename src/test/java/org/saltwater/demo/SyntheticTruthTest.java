package org.saltwater.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.testing.TestClock;

/// What was put in comes out: the parameters of docs/synthetic.md, found again in what invented
/// people answer. Each tolerance is about three standard errors at the size that is drawn.
class SyntheticTruthTest {
  private static final HowPeopleChange MODEL = HowPeopleChange.STATED;
  private static final CourseOfTherapy COURSE = CourseOfTherapy.STATED;
  private static final int MANY = 6_000;
  private static final int RELIABLE_PHQ_9 = 6;
  private static final List<DemoClient> people = draw();

  @Test
  void changeAfterTwelveWeeksIsAsStated() {
    var changes = people.stream().mapToDouble(it -> MODEL.change(it, false)).toArray();
    assertThat(mean(changes)).isCloseTo(MODEL.mean(), within(.04));
    assertThat(deviation(changes)).isCloseTo(MODEL.deviation(), within(.03));
  }

  @Test
  void allianceGoesWithChangeAsStated() {
    var ratings = people.stream().mapToDouble(HowPeopleChange::ownMean).toArray();
    var changes = people.stream().mapToDouble(it -> MODEL.change(it, false)).toArray();
    assertThat(correlation(ratings, changes)).isCloseTo(MODEL.alliance(), within(.04));
  }

  @Test
  void theTherapistsShareOfHowPeopleDifferIsAsStated() {
    var byTherapist = new HashMap<Integer, List<Double>>();
    people.forEach(
        it ->
            byTherapist
                .computeIfAbsent(it.therapist().orElseThrow().number(), key -> new ArrayList<>())
                .add(MODEL.change(it, false)));
    var means =
        byTherapist.values().stream()
            .mapToDouble(all -> all.stream().mapToDouble(it -> it).average().orElseThrow())
            .toArray();
    // The variance of means holds that of single people too, thinned out by how many they are.
    var each = (double) MANY / byTherapist.size();
    var whole = MODEL.deviation() * MODEL.deviation();
    var between =
        deviation(means) * deviation(means) - whole * (1 - COURSE.therapistShare()) / each;
    // With 40 therapists the estimate is as wide as this.
    assertThat(between / whole).isCloseTo(COURSE.therapistShare(), within(.045));
  }

  /// Items are whole and end at 0 and 3: the mean of one is Σ Φ((m − (k − ½))/s) over k = 1, 2, 3,
  /// with m and s those of what it is rounded from.
  @Test
  void phq9FallsByWhatWasPutIn() {
    var later = Math.sqrt(1 + MODEL.deviation() * MODEL.deviation());
    var expected = phq9(0, 1) - phq9(-MODEL.mean(), later);
    assertThat(expected).isBetween(4.3, 4.5);
    assertThat(mean(falls("phq-9", false))).isCloseTo(expected, within(.2));
  }

  private static double phq9(double distress, double deviation) {
    var mean = (COURSE.phqMean() + COURSE.phqDeviation() * distress) / 8;
    var spread = Math.hypot(.6, COURSE.phqDeviation() * deviation / 8);
    return 8 * IntStream.rangeClosed(1, 3).mapToDouble(k -> phi((mean - (k - .5)) / spread)).sum();
  }

  /// Without ends, P(fall ≥ 5.5) for a normal fall of 5 with deviation √((5·.8)² + 2·8·(.6² +
  // 1/12))
  /// is .46.
  @Test
  void theShareReliablyImprovedFollows() {
    var share =
        Arrays.stream(falls("phq-9", false)).filter(it -> it >= RELIABLE_PHQ_9).count()
            / (double) MANY;
    assertThat(share).isCloseTo(.41, within(.05));
  }

  @Test
  void aRuptureThatStaysCostsWhatWasStated() {
    var cost =
        people.stream()
            .mapToDouble(it -> MODEL.change(it, false) - MODEL.change(it, true))
            .average()
            .orElseThrow();
    assertThat(cost / MODEL.deviation()).isCloseTo(MODEL.unrepairedCost(), within(1e-9));
    var stays = people.stream().filter(MODEL::ruptureStays).count() / (double) MANY;
    assertThat(stays).isCloseTo(MODEL.unrepaired(), within(.02));
    assertThat(mean(falls("phq-9", true))).isLessThan(mean(falls("phq-9", false)) - 1);
  }

  @Test
  void ruptureMissedAndCancelledHoursAreAsFrequentAsStated() {
    var cast = Cast.of(40);
    var scenes = Plan.of(cast, cast.clients(), Talks.read(), TestClock.START);
    var hours =
        scenes.stream().filter(Scene.Hour.class::isInstance).map(Scene.Hour.class::cast).toList();
    var missed = scenes.stream().filter(Scene.Missed.class::isInstance).count();
    var cancelled = scenes.stream().filter(Scene.Cancelled.class::isInstance).count();
    var all = (double) hours.size() + missed + cancelled;
    assertThat(hours.size()).isGreaterThan(600);
    assertThat(hours.stream().filter(Scene.Hour::ruptured).count() / (double) hours.size())
        .isCloseTo(COURSE.ruptureChance(), within(.03));
    assertThat(missed / all).isCloseTo(.04 + .008, within(.025));
    assertThat(cancelled / all).isCloseTo(.04, within(.025));
    var strained = hours.stream().filter(it -> !it.ruptured() && it.strain() > 0).count();
    assertThat(strained).as("some ruptures last").isBetween(10L, 200L);
  }

  @Test
  void nobodyIsAskedMoreThanOnceAWeek() {
    var cast = Cast.of(40);
    var last = new HashMap<DemoClient, LocalDate>();
    var asked = 0;
    for (var scene : Plan.of(cast, cast.clients(), Talks.read(), TestClock.START)) {
      if (scene instanceof Scene.Questionnaire it) {
        last.put(it.client(), LocalDate.ofInstant(it.at(), it.client().zone()));
      } else if (scene instanceof Scene.Answered it) {
        var day = LocalDate.ofInstant(it.at(), it.client().zone());
        assertThat(day).isAfterOrEqualTo(last.put(it.client(), day).plusDays(7));
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(400);
  }

  private static double[] falls(String instrument, boolean hurt) {
    return people.stream()
        .mapToDouble(
            it ->
                total(MODEL.answers(it, 0, false), instrument)
                    - total(MODEL.answers(it, HowPeopleChange.WEEKS, hurt), instrument))
        .toArray();
  }

  static int total(Map<String, Map<String, Integer>> answers, String instrument) {
    return answers.getOrDefault(instrument, Map.of()).values().stream().mapToInt(it -> it).sum();
  }

  private static List<DemoClient> draw() {
    var cast = Cast.of(40);
    var like = cast.clients().getFirst();
    return IntStream.range(0, MANY)
        .mapToObj(
            number ->
                new DemoClient(
                    10_000 + number,
                    like.name(),
                    like.place(),
                    like.languages(),
                    List.of(ProblemDomain.LOW_MOOD),
                    like.modality(),
                    new SplittableRandom(number).nextGaussian(),
                    Stage.IN_TREATMENT,
                    Optional.of(cast.therapists().get(number % 40)),
                    Optional.empty(),
                    84))
        .toList();
  }

  /// The normal distribution, by Simpson's rule from the middle.
  private static double phi(double z) {
    var steps = 200;
    var width = z / steps;
    var sum = density(0) + density(z);
    for (var i = 1; i < steps; i++) {
      sum += density(i * width) * (i % 2 == 0 ? 2 : 4);
    }
    return .5 + sum * width / 3;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double mean(double[] all) {
    return Arrays.stream(all).average().orElseThrow();
  }

  private static double deviation(double[] all) {
    var mean = mean(all);
    var squares = Arrays.stream(all).map(it -> (it - mean) * (it - mean)).sum();
    return Math.sqrt(squares / (all.length - 1));
  }

  private static double correlation(double[] one, double[] other) {
    var sum = 0.;
    var left = mean(one);
    var right = mean(other);
    for (var i = 0; i < one.length; i++) {
      sum += (one[i] - left) * (other[i] - right);
    }
    return sum / (one.length - 1) / deviation(one) / deviation(other);
  }
}
