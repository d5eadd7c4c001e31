package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("time")
class LapsedHoldsTest {
  private final PracticeCalendar practice =
      new PracticeCalendar()
          .offers("Amara", "Mon 10:00-14:00, Tue 10:00-14:00, Wed 10:00-14:00 Europe/Berlin");
  private final LapsedHolds lapsed = new LapsedHolds(new HoldRows(practice.jdbc), practice.clock);

  @Test
  void aDayAfterTheyRanOutTimesNeverBookedAreForgottenAndAppointmentsAreNot() {
    practice.book("Ben", "Amara", "Mon 12:00");
    var cancelled = practice.book("Carla", "Amara", "Tue 12:00");
    practice.appointments.cancel(cancelled.id(), cancelled.client().person());
    practice.hold("Dana", "Amara", "Tue 13:00");
    // Changing one's mind lets go of the first.
    practice.hold("Eva", "Amara", "Tue 10:00");
    practice.hold("Eva", "Amara", "Tue 11:00");
    // Taken over by somebody else after it ran out.
    practice.hold("Finn", "Amara", "Wed 10:00");
    practice.clock.advance(Duration.ofMinutes(11));
    practice.hold("Gil", "Amara", "Wed 10:00");

    lapsed.purge();
    assertThat(rows()).as("some could still be confirmed").isEqualTo(7);

    practice.clock.advance(LapsedHolds.KEPT);
    lapsed.purge();
    assertThat(rows()).as("booked, cancelled, and one kept less than a day ago").isEqualTo(3);

    practice.clock.advance(Duration.ofMinutes(11));
    lapsed.purge();
    assertThat(rows()).isEqualTo(2);
  }

  private int rows() {
    return practice
        .jdbc
        .sql("select count(*) from scheduling_appointment")
        .query(Integer.class)
        .single();
  }
}
