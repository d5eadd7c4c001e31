package org.saltwater.crying.ladder;

import java.time.Clock;
import java.util.List;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.AppointmentCancelled;
import org.saltwater.scheduling.Appointments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// The booked hours in which steps in session are taken. A step goes along when its hour is moved,
/// and is given up with it.
@Service
public class HoursOfSteps {
  private final RepetitionRows rows;
  private final Appointments appointments;
  private final Clock clock;

  HoursOfSteps(RepetitionRows rows, Appointments appointments, Clock clock) {
    this.rows = rows;
    this.appointments = appointments;
    this.clock = clock;
  }

  /// Where a step can be set, in order.
  public List<Appointment> listComing(ClientId client) {
    return appointments.listComing(client);
  }

  /// Whether a time may begin now: always one of one's own, and one in session while the room of
  /// its hour is open.
  public boolean isNow(Repetition repetition) {
    return repetition.hour().isEmpty()
        || repetition
            .hour()
            .flatMap(appointments::find)
            .filter(it -> it.isBooked() && it.isRoomOpenAt(clock.instant()))
            .isPresent();
  }

  /// Takes the turn of the client's appointments, so that the hour stays as it is until the caller
  /// is done.
  Appointment getComing(ClientId client, AppointmentId hour) {
    appointments.takeTurn(client);
    return listComing(client).stream()
        .filter(it -> it.id().equals(hour))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    GeneralProblem.INVALID,
                    List.of(new FieldProblem("hour", "ladder.plan.hour.problem"))));
  }

  /// Once it is known whether the hour was moved, and before the change is kept.
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(AppointmentCancelled cancelled) {
    var hour = cancelled.appointment();
    appointments
        .findMovedTo(hour)
        .ifPresentOrElse(
            it -> rows.follow(hour, it.id(), it.start(), it.end()),
            () -> rows.giveUpPlannedIn(hour));
  }
}
