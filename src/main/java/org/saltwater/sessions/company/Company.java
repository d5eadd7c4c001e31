package org.saltwater.sessions.company;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.sessions.TherapySessions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What happens whenever someone says yes or no to somebody's coming along, whoever they are. Each
/// step is in the audit log with its time, and no name.
@Component
class Company {
  /// Besides the two who meet: a mesh is bearable for four.
  private static final int SEATS = 2;

  private final CompanionRows rows;
  private final TherapySessions sessions;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Company(
      CompanionRows rows,
      TherapySessions sessions,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.sessions = sessions;
    this.audit = audit;
    this.events = events;
  }

  /// @throws Refusal `room-full`
  int freeSeat(AppointmentId session) {
    var taken = rows.listSeats(session);
    return IntStream.rangeClosed(1, SEATS)
        .filter(seat -> !taken.contains(seat))
        .findFirst()
        .orElseThrow(() -> new Refusal(CompanyProblem.ROOM_FULL));
  }

  /// Keeps what was said. Whoever is in the room and may not be any more is out of it with this.
  ///
  /// @param by null for someone without an account
  /// @param who `guest`, `client` or `therapist`
  /// @throws Refusal `room-full` if their seat was given away meanwhile
  void save(Companion before, Companion now, @Nullable PersonId by, String who, Answer said) {
    rows.answer(now.id(), now.own(), now.clients(), now.therapists(), seat(before, now));
    if (!now.isAgreed()) {
      leaveRoom(now);
    }
    note(
        now,
        by,
        said == Answer.YES ? AuditAction.CONSENT_GIVEN : AuditAction.CONSENT_WITHDRAWN,
        who + "-" + said.code());
  }

  private Optional<Integer> seat(Companion before, Companion now) {
    if (now.isDeclined()) {
      return Optional.empty();
    }
    return Optional.of(before.isDeclined() ? freeSeat(now.session()) : rows.seatOf(now.id()));
  }

  void leaveRoom(Companion it) {
    events.publishEvent(new CompanionGone(it.session(), it.person()));
  }

  /// Writes a step down and wakes the devices that have the room open.
  void note(Companion it, @Nullable PersonId by, AuditAction action, String step) {
    audit.write(new AuditEntry(by, action, it.client(), "session.company", step));
    sessions.find(it.session()).ifPresent(sessions::announce);
  }
}
