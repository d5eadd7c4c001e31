package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.testing.TestClock;

@Tag("time")
class AppointmentsTest {
  private final PracticeCalendar practice = new PracticeCalendar();

  @BeforeEach
  void amaraWorksInTheMorning() {
    practice.offers("Amara", "Tue 09:00-12:00 Europe/Berlin");
  }

  @Test
  void aTimeHeldOrBookedIsNotFreeToOthers() {
    practice.hold("Ben", "Amara", "Tue 09:00");
    practice.book("Cleo", "Amara", "Tue 10:00");
    assertThat(practice.free("Amara")).isEqualTo("Tue 11:00");
  }

  @Test
  void aHoldRunsOutAfterTenMinutesAndItsTimeIsFreeAgain() {
    var held = practice.hold("Ben", "Amara", "Tue 09:00");
    assertThat(held.heldUntil()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(10)));
    practice.clock.advance(Duration.ofMinutes(10));
    assertThat(practice.free("Amara")).isEqualTo("Tue 09:00 | Tue 10:00 | Tue 11:00");

    var booked = practice.book("Cleo", "Amara", "Tue 09:00");
    assertThat(booked.isBooked()).isTrue();
    assertThat(practice.appointments.get(held.id()).state()).isEqualTo(AppointmentState.EXPIRED);
    assertRefused(
        SchedulingProblem.SLOT_TAKEN,
        () -> practice.appointments.confirm(held.id(), practice.client("Ben")));
  }

  @Test
  void whoTypesSlowlyStillGetsTheTimeIfNobodyTookIt() {
    var held = practice.hold("Ben", "Amara", "Tue 09:00");
    practice.clock.advance(Duration.ofMinutes(25));
    assertThat(practice.appointments.confirm(held.id(), practice.client("Ben")).isBooked())
        .isTrue();
  }

  @Test
  void aHoldThatSomeoneElseLetGoInTheMeantimeCanStillBeBooked() {
    var held = practice.hold("Ben", "Amara", "Tue 09:00");
    practice.clock.advance(Duration.ofMinutes(11));
    var other = practice.hold("Cleo", "Amara", "Tue 09:00");
    practice.appointments.cancel(other.id(), practice.client("Cleo").person());
    assertThat(practice.appointments.confirm(held.id(), practice.client("Ben")).isBooked())
        .isTrue();
  }

  @Test
  void aClientHoldsOneTimeAtOnce() {
    practice.hold("Ben", "Amara", "Tue 09:00");
    practice.hold("Ben", "Amara", "Tue 10:00");
    assertThat(practice.free("Amara")).isEqualTo("Tue 09:00 | Tue 11:00");
  }

  @Test
  void holdingTheSameTimeAgainIsTheSameHold() {
    var first = practice.hold("Ben", "Amara", "Tue 09:00");
    assertThat(practice.hold("Ben", "Amara", "Tue 09:00")).isEqualTo(first);
  }

  @Test
  void aTimeThatIsNotOfferedIsRefused() {
    practice.availabilities.set(
        practice.therapist("Amara"),
        PracticeCalendar.hours("Tue 09:00-12:00 Europe/Berlin")
            .withTimes(Availability.USUAL_LENGTH, Availability.USUAL_BUFFER, Duration.ofHours(25)));
    assertThat(practice.free("Amara")).isEqualTo("Tue 10:00 | Tue 11:00");
    for (var time : List.of("Tue 09:00", "Tue 10:30", "Tue 12:00", "Wed 10:00")) {
      assertRefused(SchedulingProblem.SLOT_NOT_OFFERED, () -> practice.hold("Ben", "Amara", time));
    }
  }

  @Test
  void aClientMeetsOnePersonAtATime() {
    practice.offers("Jonas", "Tue 08:30-12:00 Europe/London");
    practice.book("Ben", "Amara", "Tue 10:00");
    assertRefused(SchedulingProblem.CLIENT_BUSY, () -> practice.hold("Ben", "Jonas", "Tue 08:30"));
    assertThat(practice.hold("Ben", "Jonas", "Tue 10:30").state()).isEqualTo(AppointmentState.HELD);
  }

  @Test
  void theBufferIsKeptBetweenAppointmentsMadeUnderDifferentHours() {
    practice.book("Ben", "Amara", "Tue 09:00");
    practice.offers("Amara", "Tue 09:50-12:00 Europe/Berlin");
    assertThat(practice.free("Amara")).isEqualTo("Tue 10:50");
    assertRefused(SchedulingProblem.SLOT_TAKEN, () -> practice.hold("Cleo", "Amara", "Tue 09:50"));
  }

  @Test
  void theSameKeyGivesTheSameAppointmentAndNeverAnother() {
    var ben = practice.client("Ben");
    var amara = practice.therapist("Amara");
    var nine = practice.time("Amara", "Tue 09:00");
    var first = practice.appointments.hold(ben, amara, nine, Modality.VIDEO, "k1");
    practice.appointments.confirm(first.id(), ben);
    assertThat(practice.appointments.hold(ben, amara, nine, Modality.VIDEO, "k1").id())
        .isEqualTo(first.id());
    assertRefused(
        SchedulingProblem.KEY_REUSED,
        () -> practice.appointments.hold(ben, amara, nine, Modality.PHONE, "k1"));
  }

  @Test
  void bookingTellsOthersOnce() {
    practice.events.clear();
    var booked = practice.book("Ben", "Amara", "Tue 09:00");
    practice.appointments.confirm(booked.id(), practice.client("Ben"));
    assertThat(practice.events).containsExactly(new AppointmentBooked(booked.id()));
  }

  @Test
  void eitherOfTheTwoCanCancelAndNobodyElse() {
    var nine = practice.book("Ben", "Amara", "Tue 09:00");
    var ten = practice.book("Cleo", "Amara", "Tue 10:00");
    assertRefused(
        GeneralProblem.NOT_FOUND, () -> practice.appointments.cancel(nine.id(), PersonId.random()));
    practice.appointments.cancel(nine.id(), practice.client("Ben").person());
    practice.appointments.cancel(ten.id(), practice.therapist("Amara").person());
    practice.appointments.cancel(ten.id(), practice.therapist("Amara").person());
    assertThat(practice.free("Amara")).isEqualTo("Tue 09:00 | Tue 10:00 | Tue 11:00");
    assertThat(practice.events)
        .containsOnlyOnce(new AppointmentCancelled(nine.id()), new AppointmentCancelled(ten.id()));
  }

  @Test
  void whatHasBegunCanNoLongerBeCancelled() {
    var nine = practice.book("Ben", "Amara", "Tue 09:00");
    practice.clock.set(nine.start());
    assertRefused(
        SchedulingProblem.APPOINTMENT_BEGUN,
        () -> practice.appointments.cancel(nine.id(), practice.client("Ben").person()));
  }

  @Test
  void anotherClientsHoldCantBeConfirmed() {
    var held = practice.hold("Ben", "Amara", "Tue 09:00");
    assertRefused(
        GeneralProblem.NOT_FOUND,
        () -> practice.appointments.confirm(held.id(), practice.client("Cleo")));
  }

  @Test
  void movingBooksTheNewTimeAndGivesUpTheOldTogether() {
    var ben = practice.client("Ben");
    var nine = practice.book("Ben", "Amara", "Tue 09:00");
    var eleven = practice.hold("Ben", "Amara", "Tue 11:00");
    practice.appointments.move(nine.id(), eleven.id(), ben);
    practice.appointments.move(nine.id(), eleven.id(), ben);
    assertThat(practice.appointments.listFor(ben))
        .extracting(Appointment::id)
        .containsExactly(eleven.id());
    assertThat(practice.free("Amara")).isEqualTo("Tue 09:00 | Tue 10:00");
  }

  @Test
  void aMoveToATimeThatWasTakenLeavesTheOldOneAlone() {
    var ben = practice.client("Ben");
    var nine = practice.book("Ben", "Amara", "Tue 09:00");
    var eleven = practice.hold("Ben", "Amara", "Tue 11:00");
    practice.clock.advance(Duration.ofMinutes(11));
    practice.book("Cleo", "Amara", "Tue 11:00");
    assertRefused(
        SchedulingProblem.SLOT_TAKEN,
        () -> practice.appointments.move(nine.id(), eleven.id(), ben));
    assertThat(practice.appointments.get(nine.id()).isBooked()).isTrue();
  }

  @Test
  void leavingATherapistGivesUpAllThatIsToComeWithThem() {
    practice.offers("Jonas", "Wed 09:00-12:00 Europe/Berlin");
    var nine = practice.book("Ben", "Amara", "Tue 09:00");
    var ten = practice.book("Ben", "Amara", "Tue 10:00");
    var other = practice.book("Ben", "Jonas", "Wed 09:00");
    assertThat(
            practice.appointments.cancelAllBetween(
                practice.client("Ben"), practice.therapist("Amara")))
        .extracting(Appointment::id)
        .containsExactly(nine.id(), ten.id());
    assertThat(practice.appointments.listComing(practice.client("Ben")))
        .extracting(Appointment::id)
        .containsExactly(other.id());
  }

  /// Cleo's hold began within Ben's break after the hour; both ran out, and Ben came back first.
  @Test
  void aHoldThatRanOutIsBookedOverOthersThatRanOutWithinItsBreakToo() {
    practice.offers("Jonas", "Wed 09:00-12:00 Europe/Berlin");
    var ben = practice.hold("Ben", "Jonas", "Wed 09:00");
    practice.clock.advance(Duration.ofMinutes(11));
    practice.offers("Jonas", "Wed 09:55-12:00 Europe/Berlin");
    practice.hold("Cleo", "Jonas", "Wed 09:55");
    practice.clock.advance(Duration.ofMinutes(11));
    assertThat(practice.appointments.confirm(ben.id(), practice.client("Ben")).isBooked()).isTrue();
  }

  @Test
  void twoChangesOfOneTherapistsHoursAtOnceAreBothKept() throws Exception {
    var amara = practice.therapist("Amara");
    var days = List.of("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04");
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var tab :
          days.stream()
              .map(
                  day ->
                      tabs.submit(
                          () ->
                              practice.availabilities.change(
                                  amara,
                                  ZoneId.of("Europe/Berlin"),
                                  known ->
                                      known.withChanges(
                                          Stream.concat(
                                                  known.changes().stream(),
                                                  Stream.of(DatedChange.of("away " + day)))
                                              .toList()))))
              .toList()) {
        tab.get();
      }
    }
    assertThat(practice.availabilities.get(amara).changes()).hasSize(days.size());
  }

  @Test
  void manyTherapistsAreReadAtOnce() {
    practice
        .offers("Jonas", "Wed 09:00-10:00 Europe/London")
        .offers("Resting", "extra 2020-01-01 09:00-10:00 UTC");
    practice.book("Ben", "Amara", "Tue 09:00");
    var now = practice.clock.instant();
    var free =
        practice.slots.listFree(
            List.of(
                practice.therapist("Amara"),
                practice.therapist("Jonas"),
                practice.therapist("Resting")),
            now,
            now.plus(Duration.ofDays(7)));
    assertThat(free)
        .containsOnlyKeys(practice.therapist("Amara"), practice.therapist("Jonas"))
        .hasEntrySatisfying(practice.therapist("Amara"), it -> assertThat(it).hasSize(2));
    assertThat(free)
        .containsEntry(
            practice.therapist("Jonas"),
            practice.slots.listFree(
                practice.therapist("Jonas"), now, now.plus(Duration.ofDays(7))));
  }

  @Test
  void anUnknownAppointmentIsNotFound() {
    assertRefused(
        GeneralProblem.NOT_FOUND, () -> practice.appointments.get(AppointmentId.random()));
  }

  private static void assertRefused(ProblemType why, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.type()).isEqualTo(why));
  }
}
