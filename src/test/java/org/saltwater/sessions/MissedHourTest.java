package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;

/// An hour that somebody missed, or that did not take place.
@SaltwaterTest
@Tag("journey")
class MissedHourTest extends AnHour {
  @Test
  void whoCameLateToATherapistWhoHadWaitedJustMissedThem() {
    assertThat(
            afterTheEnd(
                () -> {
                  rooms.enter(therapist, pair.hour());
                  minutesAfterStart(49);
                  arrive();
                }))
        .isEqualTo(SessionState.MISSED_EACH_OTHER);
    assertThat(
            afterTheEnd(
                () -> {
                  rooms.enter(therapist, pair.hour());
                  minutesAfterStart(3);
                  arrive();
                }))
        .as("the client was on time, and was not let in")
        .isEqualTo(SessionState.MISSED_BY_THERAPIST);
    assertThat(
            afterTheEnd(
                () -> {
                  minutesAfterStart(20);
                  arrive();
                  minutesAfterStart(40);
                  rooms.enter(therapist, pair.hour());
                }))
        .as("the client waited when the therapist came")
        .isEqualTo(SessionState.MISSED_BY_THERAPIST);
  }

  @Test
  void anHourNobodyEndedIsMissedByWhoeverDidNotComeOrOverAnHourLater() {
    assertThat(afterTheEnd(() -> {})).isEqualTo(SessionState.MISSED_BY_BOTH);
    assertThat(afterTheEnd(() -> arrive())).isEqualTo(SessionState.MISSED_BY_THERAPIST);
    assertThat(afterTheEnd(() -> rooms.enter(therapist, pair.hour())))
        .isEqualTo(SessionState.MISSED_BY_CLIENT);
    assertThat(
            afterTheEnd(
                () -> {
                  arrive();
                  admit();
                }))
        .isEqualTo(SessionState.IN_SESSION);
    minutesAfterStart(50 + 60);
    sessions.finish();
    assertThat(state()).isEqualTo(SessionState.ENDED);
  }

  @Test
  void aCancelledAppointmentHasNoHour() {
    app.getBean(Appointments.class).cancel(pair.hour(), client.id());
    assertThat(state()).isEqualTo(SessionState.CANCELLED);
    minutesAfterStart(0);
    assertRefused(SessionProblem.ROOM_CLOSED, () -> arrive());
  }

  private SessionState afterTheEnd(Runnable before) {
    clock.reset();
    pair = Pair.begin(app);
    client = new SignedIn(pair.client().person(), "Jo", Set.of(Role.CLIENT), ZoneId.of("UTC"));
    therapist =
        new SignedIn(pair.therapist().person(), "Amara", Set.of(Role.THERAPIST), Pair.BERLIN);
    minutesAfterStart(0);
    before.run();
    minutesAfterStart(50);
    sessions.finish();
    return state();
  }
}
