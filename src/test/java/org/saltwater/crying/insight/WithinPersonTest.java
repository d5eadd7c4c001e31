package org.saltwater.crying.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whether the estimate finds what is there. This is the quick look; `bin/check-insight` is the
// long
/// one.
@Tag("crying")
class WithinPersonTest {
  private static final Path HOURS = Path.of("src/test/resources/insight/hours.csv");

  private static final double[] R_TOTAL = {.42041, .24672, -.17850};
  private static final double[] R_TEARS = {.01436, .07530, -.01931};
  private static final double[] R_CHECK_IN = {.00523, -.11205, .42202};

  /// `likelihood.R` beside the data works the same model out by another way, and printed these.
  @Test
  void itAgreesWithAnIndependentMaximizationOfTheLikelihood() throws IOException {
    var fit = WithinPerson.fit(read(HOURS)).orElseThrow();
    assertRow(fit, 0, R_TOTAL);
    assertRow(fit, 1, R_TEARS);
    assertRow(fit, 2, R_CHECK_IN);
  }

  @Test
  void whatIsPlantedIsFoundWhereTheUncorrectedEstimateMissesIt() {
    var world = World.of(50, 5, 5).planted(1.5, .012);
    var found = InsightCheck.run(world, 60, false);
    var tears = found.get("tears, then the total");
    var carried = found.get("total carried over");
    assertThat(tears.runs()).isEqualTo(60);
    assertThat(tears.bias()).isCloseTo(0, within(.2));
    assertThat(carried.bias()).isCloseTo(0, within(.06));
    found.forEach((what, it) -> assertThat(it.coverage()).as(what).isGreaterThan(.86));

    assertThat(InsightCheck.uncorrected(world, 60, 0, 0))
        .as("nearly all of it is lost")
        .isLessThan(.12);
    assertThat(InsightCheck.uncorrected(world, 60, 1, 0)).as("and a sixth of this").isLessThan(1.3);
  }

  @Test
  void whereNothingIsPlantedNothingIsFound() {
    var found = InsightCheck.run(World.of(80, 5, 12), 60, false);
    assertThat(found.get("tears, then the total").found()).isLessThan(.14);
    assertThat(found.get("the total, then tears").found()).isLessThan(.14);
  }

  @Test
  void whereNobodyEverCriesNothingCanBeTold() {
    assertThat(WithinPerson.fit(Hours.never(World.of(50, 5, 5).draw(1, false)))).isEmpty();
    assertThat(WithinPerson.fit(List.of())).isEmpty();
  }

  private static void assertRow(WithinPerson fit, int next, double[] expected) {
    for (var now = 0; now < expected.length; now++) {
      assertThat(fit.effect(now, next).value())
          .as(now + " to " + next)
          .isCloseTo(expected[now], within(2e-4));
    }
  }

  private static List<Followed> read(Path file) throws IOException {
    var hours = new LinkedHashMap<String, List<double[]>>();
    for (var line : Files.readAllLines(file).subList(1, 361)) {
      var cells = line.split(",");
      hours
          .computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(DoubleStream.of(parse(cells[2]), parse(cells[3]), parse(cells[4])).toArray());
    }
    return hours.values().stream()
        .map(it -> new Followed(List.of(new Stretch(0, it.toArray(double[][]::new)))))
        .toList();
  }

  private static double parse(String cell) {
    return Double.parseDouble(cell);
  }
}
