package org.saltwater.crying.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.CarePractice;
import org.saltwater.crying.Setting;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.CalendarFeeds;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A step in session has no time of its own: it is set into an hour that is booked, and goes where
/// that goes.
@SaltwaterTest
@Tag("crying")
class StepsInSessionTest {
  private static final Preparation READY = new Preparation("", "", "", null, null);
  private static final String HOUR = "2026-11-25T09:00:00Z";
  private static final Instant LATER = Instant.parse("2026-11-26T09:00:00Z");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TherapySessions sessions;
  @Autowired Ladders ladders;
  @Autowired LadderSteps steps;
  @Autowired Repetitions repetitions;
  @Autowired Appointments appointments;
  @Autowired CalendarFeeds feeds;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;
  private UUID letter;

  @BeforeEach
  void withAStepForTheHour() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    ladders.begin(mira, false);
    letter = step(Setting.SESSION);
  }

  @Test
  void aStepInSessionNeedsAnHourOfTheClientsOwn() {
    var now = clock.instant();
    assertThatThrownBy(() -> repetitions.plan(mira, letter, UUID.randomUUID(), now, 30))
        .hasMessageContaining("invalid");
    assertThatThrownBy(() -> set(AppointmentId.random())).hasMessageContaining("invalid");
    var theirs = practice.appointment(practice.clientOf(amara, "Noor"), amara, HOUR);
    assertThatThrownBy(() -> set(theirs.id())).hasMessageContaining("invalid");

    var own = book("2026-11-25T10:00:00Z");
    assertThatThrownBy(
            () -> repetitions.planInHour(mira, step(Setting.ALONE), UUID.randomUUID(), own))
        .as("a step alone is not for an hour")
        .hasMessageContaining("invalid");
    assertThat(set(own).hour()).contains(own);
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    assertThatThrownBy(() -> set(own)).as("over").hasMessageContaining("invalid");
  }

  @Test
  void itBeginsOnceTheTwoAreInTheHourTogetherAndNotAloneInTheWaitingRoom() {
    var hour = book(HOUR);
    var time = set(hour).id();
    assertThatThrownBy(() -> repetitions.begin(mira, time, READY)).hasMessage("hour-not-now");
    clock.set(Instant.parse(HOUR));
    sessions.arrive(hour, mira.person(), new Arrival("At home", "+49 30 1234567"));
    assertThatThrownBy(() -> repetitions.begin(mira, time, READY)).hasMessage("hour-not-now");
    assertThat(page("/ladder/times/" + time))
        .contains("once you are in the hour together")
        .doesNotContain("while the room is open", "You can begin now");
    sessions.admit(hour, amara.person());
    assertThat(repetitions.begin(mira, time, READY).state()).isEqualTo(RepetitionState.UNDER_WAY);
  }

  @Test
  void anHourThatWentByIsNotWaitedForAndAnotherCanBeChosen() {
    var time = set(book(HOUR)).id();
    var later = set(book(LATER.toString())).id();
    assertThat(page("/ladder")).contains("/ladder/times/" + time);
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    assertThat(page("/ladder"))
        .contains("/ladder/times/" + later)
        .doesNotContain("/ladder/times/" + time);
    assertThat(page("/ladder/times/" + time))
        .contains("went by", "Choose another hour", "Give this time free")
        .doesNotContain("You can begin", "Your room");
    repetitions.giveUp(mira, time);
    assertThat(repetitions.get(Evidence.own(mira), time).state())
        .isEqualTo(RepetitionState.GIVEN_UP);
  }

  @Test
  void itGoesAlongWhenTheHourIsMovedAndIsGivenUpWithIt() {
    var hour = book(HOUR);
    var time = set(hour).id();
    var next = appointments.hold(mira, amara, LATER, Modality.VIDEO).id();
    appointments.move(hour, next, mira);
    var moved = repetitions.get(Evidence.own(mira), time);
    assertThat(moved.hour()).contains(next);
    assertThat(moved.start()).isEqualTo(LATER);
    assertThat(moved.state()).isEqualTo(RepetitionState.PLANNED);
    assertThat(repetitions.planInHour(mira, letter, time, hour).hour())
        .as("sent again, it changes nothing")
        .contains(next);

    appointments.cancel(next, mira.person());
    assertThat(repetitions.get(Evidence.own(mira), time).state())
        .isEqualTo(RepetitionState.GIVEN_UP);
  }

  @Test
  void theCalendarShowsTheHourAndNothingBesideIt() {
    set(book(HOUR));
    assertThat(feeds.write(mira.person()))
        .contains("DTSTART:20261125T090000Z")
        .doesNotContain("Time for yourself");
  }

  @Test
  void aStepThatIsTakenElsewhereFromNowOnGivesItsHourFree() {
    var time = set(book(HOUR)).id();
    steps.change(mira, letter, written(Setting.ALONE));
    assertThat(repetitions.get(Evidence.own(mira), time).state())
        .isEqualTo(RepetitionState.GIVEN_UP);
  }

  private String page(String path) {
    return new Visit(port)
        .call("GET", path, "text/html", "", "Authorization", practice.bearer(mira))
        .body();
  }

  private UUID step(Setting stage) {
    return steps.add(mira, UUID.randomUUID(), written(stage)).id();
  }

  private static NewStep written(Setting stage) {
    return new NewStep(stage, "Read out the letter", Prompt.NONE);
  }

  private AppointmentId book(String start) {
    return practice.appointment(mira, amara, start).id();
  }

  private Repetition set(AppointmentId hour) {
    return repetitions.planInHour(mira, letter, UUID.randomUUID(), hour);
  }
}
