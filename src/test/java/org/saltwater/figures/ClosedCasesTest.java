package org.saltwater.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.progress.ClosedCourses.At;
import org.saltwater.progress.ClosedCourses.Course;

/// Which cases a course is compared with, and how their days become weeks.
@Tag("progress")
class ClosedCasesTest {
  @Test
  void onlyCoursesThatHaveEndedCountAndTheirDaysAreWeeksSinceTheFirst() {
    var series = new Series("phq-9", new int[] {100, 106, 107, 128}, new int[] {14, 13, 12, 9});
    assertThat(ClosedCases.courses(List.of(one(series, false)))).isEmpty();
    assertThat(ClosedCases.courses(List.of(one(series, true))))
        .containsExactly(
            new Course("phq-9", 14, List.of(new At(0, 13), new At(1, 12), new At(4, 9))));
  }

  private static Case one(Series series, boolean ended) {
    return new Case(
        90, "LOW_MOOD", "en", "DE", 0, 0, List.of(series), List.of(), List.of(), ended, false);
  }
}
