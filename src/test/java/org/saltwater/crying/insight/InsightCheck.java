package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What `bin/check-insight` runs: invents practices in which it is known what goes with what, and
/// counts how often the estimate finds it.
class InsightCheck {
  /// @param value what was planted
  private record Planted(int now, int next, double value) {}

  /// How estimates of one planted value came out.
  record Outcome(
      double planted, double mean, double deviation, double coverage, double found, int runs) {
    double bias() {
      return mean - planted;
    }

    static Outcome of(double planted, List<Effect> effects) {
      var values = effects.stream().mapToDouble(Effect::value).toArray();
      var mean = java.util.Arrays.stream(values).average().orElse(Double.NaN);
      var squares = java.util.Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
      return new Outcome(
          planted,
          mean,
          Math.sqrt(squares / (values.length - 1)),
          share(effects, it -> it.low() <= planted && planted <= it.high()),
          share(effects, Effect::leavesOutZero),
          effects.size());
    }

    private static double share(List<Effect> effects, Function<Effect, Boolean> which) {
      return (double) effects.stream().filter(which::apply).count() / effects.size();
    }
  }

  @Test
  void printsHowOftenWhatWasPlantedIsFound() {
    var runs = Integer.getInteger("insight.runs", 500);
    System.out.printf("%d invented practices each; 95 %% intervals%n", runs);
    line("", "planted", "mean", "bias", "spread", "covered", "not zero");
    for (var clients : List.of(50, 200)) {
      var hours = clients == 50 ? 5 : 12;
      var world = World.of(clients, hours, hours);
      print("nothing planted", world, runs, false);
      print("planted, with its reverse", world.planted(1, .012), runs, false);
      print("the reverse alone", world.planted(0, .012), runs, false);
      print("slopes that differ", world.planted(1, .012).differing(1), runs, false);
    }
    var brief = World.of(50, 5, 5).planted(1, .012);
    System.out.printf(
        Locale.ROOT,
        "%nwithout the correction, 50 clients with 5 hours: of 1 that tears go with %.3f,"
            + " of .35 carried over %.3f%n",
        uncorrected(brief, runs, 1, 0),
        uncorrected(brief, runs, 0, 0));
    var uneven = World.of(60, 5, 20);
    print("uneven", uneven.planted(1, .012), runs, false);
    print("changes and gaps", World.of(80, 7, 20).planted(1, .012).unsteady(.06), runs, false);
    print("tears by a curve", uneven.planted(1, .012).curvedly(), runs, false);
    print("moderation, nothing planted", World.of(50, 5, 5), runs, true);
    print("moderation, nothing planted", World.of(120, 5, 5), runs, true);
    print("moderation", World.of(120, 5, 5).planted(-1, .012).moderated(-.3, .3), runs, true);
    print("moderation", World.of(100, 5, 20).planted(-1, .012).moderated(-.3, .3), runs, true);
  }

  static void print(String name, World world, int runs, boolean moderated) {
    System.out.printf(
        "%n%s: %d clients with %d%s hours%n",
        name,
        world.clients(),
        world.hours(),
        world.most() > world.hours() ? " to " + world.most() : "");
    var started = System.nanoTime();
    var outcomes = run(world, runs, moderated);
    outcomes.forEach(
        (what, it) ->
            line(
                what,
                number(it.planted()),
                number(it.mean()),
                number(it.bias()),
                number(it.deviation()),
                percent(it.coverage()),
                percent(it.found())));
    var done = outcomes.values().iterator().next().runs();
    System.out.printf(
        Locale.ROOT,
        "  %d of %d could be told; %.0f s%n",
        done,
        runs,
        (System.nanoTime() - started) / 1e9);
  }

  /// What came of many practices drawn from one world.
  static Map<String, Outcome> run(World world, int runs, boolean moderated) {
    var planted = new LinkedHashMap<String, Planted>();
    planted.put("tears, then the total", new Planted(1, 0, world.tears()));
    if (!world.curved()) {
      planted.put("the total, then tears", new Planted(0, 1, world.reverse()));
    }
    planted.put("total carried over", new Planted(0, 0, World.CARRIES));
    planted.put("check-in, then the total", new Planted(2, 0, World.CHECK_IN));
    if (moderated) {
      planted.put("more with support", new Planted(3, 0, world.support()));
      planted.put("more with shame", new Planted(4, 0, world.shame()));
    }
    var fits =
        LongStream.range(0, runs)
            .parallel()
            .mapToObj(seed -> WithinPerson.fit(world.draw(seed, moderated)))
            .flatMap(Optional::stream)
            .toList();
    var outcomes = new LinkedHashMap<String, Outcome>();
    planted.forEach(
        (what, it) ->
            outcomes.put(
                what,
                Outcome.of(
                    it.value(),
                    new ArrayList<>(
                        fits.stream().map(fit -> fit.effect(it.now(), it.next())).toList()))));
    return outcomes;
  }

  /// What comes out on average if each stretch's means are taken away and nothing else is done.
  static double uncorrected(World world, int runs, int now, int next) {
    return LongStream.range(0, runs)
        .mapToDouble(seed -> uncorrected(world.draw(seed, false), now, next))
        .average()
        .orElseThrow();
  }

  private static double uncorrected(List<Followed> people, int now, int next) {
    var scaling = Scaling.of(people, Arms.QUANTITIES);
    var shape = WithinPerson.shape(people, Arms.QUANTITIES);
    var sums =
        people.stream().map(it -> Sums.of(shape, scaling, it)).reduce(Sums.none(shape), Sums::plus);
    return Carrying.within(sums).coefficients().getEntry(next, now)
        * scaling.spread()[next]
        / scaling.spread()[now];
  }

  private static void line(String what, String... columns) {
    var line = new StringBuilder("  %-28s".formatted(what));
    for (var column : columns) {
      line.append("%10s".formatted(column));
    }
    System.out.println(line);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
