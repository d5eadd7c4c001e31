package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.progress.ClosedCourses.At;
import org.saltwater.progress.ClosedCourses.Course;

/// The rules at their edges. A course is written as totals on days: `0:14 28:13`.
@Tag("progress")
class ReviewRuleTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final Instruments INSTRUMENTS = new Instruments();

  @Test
  void aReliableDeteriorationIsOneAndAPointLessIsNone() {
    assertThat(read("phq-9", "0:8 7:13")).isEmpty();
    assertThat(read("phq-9", "0:8 7:14")).isEqualTo("deteriorated 14");
    assertThat(read("gad-7", "0:8 7:11")).isEmpty();
    assertThat(read("gad-7", "0:8 7:12")).isEqualTo("deteriorated 12");
    assertThat(read("phq-9", "0:8 7:14 14:13")).as("the newest counts").isEmpty();
  }

  @Test
  void aFallOfOnePointByWeekFourToSixIsLittleAndOfTwoIsNot() {
    assertThat(read("phq-9", "0:14 28:13")).isEqualTo("little-change 13");
    assertThat(read("phq-9", "0:14 28:12")).isEmpty();
    assertThat(read("phq-9", "0:14 42:14")).isEqualTo("little-change 14");
    assertThat(read("phq-9", "0:14 35:17")).isEqualTo("little-change 17");
  }

  @Test
  void outsideOfWeeksFourToSixItSaysNothing() {
    assertThat(read("phq-9", "0:14 27:14")).isEmpty();
    assertThat(read("phq-9", "0:14 43:14")).isEmpty();
    assertThat(read("phq-9", "0:14 7:14 14:14 21:14 27:14")).isEmpty();
  }

  @Test
  void someoneWhoRespondsLateIsNotHeldToIt() {
    assertThat(read("phq-9", "0:14 28:14 35:12")).as("still within the weeks").isEmpty();
    assertThat(read("phq-9", "0:14 35:14 70:11")).isEmpty();
    assertThat(read("phq-9", "0:14 35:14 70:13")).isEqualTo("little-change 13");
  }

  @Test
  void littleChangeIsAskedOfThePhq9AndOfCasesAlone() {
    assertThat(read("gad-7", "0:14 28:14")).isEmpty();
    assertThat(read("phq-9", "0:9 28:9")).isEmpty();
    assertThat(read("phq-9", "0:10 28:9")).isEqualTo("little-change 9");
  }

  @Test
  void oneAnswerIsNoCourse() {
    assertThat(read("phq-9", "0:27")).isEmpty();
  }

  @Test
  void thisPracticesOwnCoursesAreComparedWithOnceThereAreAHundred() {
    assertThat(read("phq-9", "0:14 21:15", closed(99, "phq-9", 12))).isEmpty();
    assertThat(read("phq-9", "0:14 21:15", closed(100, "phq-9", 12)))
        .isEqualTo("higher-than-here 15 of 100");
    assertThat(read("phq-9", "0:14 21:15", closed(100, "gad-7", 12))).isEmpty();
    assertThat(read("phq-9", "0:14 21:15", closed(100, "phq-9", 9))).as("another range").isEmpty();
    assertThat(read("phq-9", "0:14 56:12", closed(100, "phq-9", 12))).as("other weeks").isEmpty();
  }

  @Test
  void nineOfTenLieAtTheLineOrUnderIt() {
    // Totals 1 to 100 hundredths of the way: ninety courses at 10, ten at 16.
    var courses = new ArrayList<Course>();
    IntStream.range(0, 100)
        .forEach(i -> courses.add(new Course("phq-9", 12, List.of(new At(3, i < 90 ? 10 : 16)))));
    var line = new LocalQuantiles(courses).find(INSTRUMENTS.get("phq-9"), 14, 3).orElseThrow();
    assertThat(line).isEqualTo(new LocalQuantiles.Line(10, 100));

    courses.set(0, new Course("phq-9", 12, List.of(new At(3, 16))));
    assertThat(new LocalQuantiles(courses).find(INSTRUMENTS.get("phq-9"), 14, 3).orElseThrow())
        .as("89 at ten are fewer than nine of ten")
        .isEqualTo(new LocalQuantiles.Line(16, 100));
  }

  @Test
  void ofOneCourseTheLastTotalInTheStretchCounts() {
    var courses =
        IntStream.range(0, 100)
            .mapToObj(
                i -> new Course("phq-9", 12, List.of(new At(0, 20), new At(3, 8), new At(4, 2))))
            .toList();
    assertThat(new LocalQuantiles(courses).find(INSTRUMENTS.get("phq-9"), 14, 2).orElseThrow())
        .isEqualTo(new LocalQuantiles.Line(8, 100));
  }

  private static List<Course> closed(int many, String instrument, int first) {
    return IntStream.range(0, many)
        .mapToObj(i -> new Course(instrument, first, List.of(new At(1, 14), new At(3, 5 + i % 10))))
        .toList();
  }

  private static String read(String instrument, String course) {
    return read(instrument, course, List.of());
  }

  private static String read(String instrument, String course, List<Course> closed) {
    return new ReviewRule(new LocalQuantiles(closed))
        .read(List.of(trend(instrument, course))).stream()
            .map(
                it ->
                    it.kind().code()
                        + " "
                        + it.total()
                        + (it.closed() == 0 ? "" : " of " + it.closed()))
            .collect(Collectors.joining(", "));
  }

  static Trend trend(String id, String course) {
    var instrument = INSTRUMENTS.get(id);
    return Trend.of(
        instrument,
        Arrays.stream(course.split(" "))
            .map(it -> it.split(":"))
            .map(it -> reading(id, Integer.parseInt(it[0]), Integer.parseInt(it[1])))
            .toList());
  }

  static Reading reading(String id, int day, int total) {
    return new Reading(
        START.plus(Duration.ofDays(day)),
        new Score.Total(
            id, "1", total, Optional.empty(), 0, Map.of(), List.of(), List.of(), List.of()),
        day == 0);
  }
}
