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
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// The booked hours in which steps in session are taken. A step goes along when its hour is moved,
/// and is given up with it.
@Service
public class HoursOfSteps {
  private final RepetitionRows rows;
  private final Appointments appointments;
  private final TherapySessions sessions;
  private final Clock clock;

  HoursOfSteps(
      RepetitionRows rows, Appointments appointments, TherapySessions sessions, Clock clock) {
    this.rows = rows;
    this.appointments = appointments;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Where a step can be set, in order.
  public List<Appointment> listComing(ClientId client) {
    return appointments.listComing(client);
  }

  /// Whether a time may begin now: always one of one's own, and one in session while the two are in
  /// the hour together. In the waiting room the client is still alone.
  public boolean isNow(Repetition repetition) {
    return repetition.hour().isEmpty()
        || repetition
            .hour()
            .flatMap(sessions::find)
            .filter(it -> it.state() == SessionState.IN_SESSION)
            .isPresent();
  }

  /// Whether it was set into an hour that is over, and was not begun in it.
  public boolean hasGoneBy(Repetition repetition) {
    return repetition.state() == RepetitionState.PLANNED
        && repetition
            .hour()
            .flatMap(sessions::find)
            .filter(it -> it.state() != SessionState.IN_SESSION)
            .filter(it -> it.state().isOver() || it.isPastAt(clock.instant()))
            .isPresent();
  }

  /// Takes the turn of the client's appointments, so that their hours stay as they are until the
  /// caller is done.
  void takeTurn(ClientId client) {
    appointments.takeTurn(client);
  }

  Appointment getComing(ClientId client, AppointmentId hour) {
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
