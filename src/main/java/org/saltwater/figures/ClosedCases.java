package org.saltwater.figures;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.saltwater.progress.ClosedCourses;
import org.springframework.stereotype.Component;

/// What became of people whom nobody treats any more, for the comparison that `progress` draws: of
/// those who agreed to be counted, and read once for each gathering.
@Component
class ClosedCases implements ClosedCourses {
  private static final int DAYS_OF_A_WEEK = 7;

  private record Kept(Instant at, List<Course> courses) {}

  private final Cases cases;
  private final AtomicReference<Kept> kept =
      new AtomicReference<>(new Kept(Instant.MIN, List.of()));

  ClosedCases(Cases cases) {
    this.cases = cases;
  }

  @Override
  public List<Course> list() {
    var at = cases.findAt();
    if (at.isEmpty()) {
      return List.of();
    }
    var before = kept.get();
    if (before.at().equals(at.get())) {
      return before.courses();
    }
    var now = cases.find().map(it -> new Kept(it.at(), courses(it.cases())));
    now.ifPresent(kept::set);
    return now.map(Kept::courses).orElse(List.of());
  }

  static List<Course> courses(List<Case> cases) {
    return cases.stream()
        .filter(Case::ended)
        .flatMap(it -> it.measured().stream().map(ClosedCases::course))
        .toList();
  }

  private static Course course(Series series) {
    return new Course(
        series.instrument(),
        series.first(),
        IntStream.range(1, series.size())
            .mapToObj(
                i -> new At((series.day(i) - series.day(0)) / DAYS_OF_A_WEEK, series.value(i)))
            .toList());
  }
}
