package org.saltwater.crying.room;

import java.util.List;
import java.util.Optional;
import org.saltwater.care.Access;
import org.saltwater.intake.IntakeReadings;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Score;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// The notes are the same for everyone but for one thing: whether a trauma is noted. That is a
/// reading of the record, so it goes through the one door, and only when the notes are opened.
@Component
class GuidanceReading {
  private static final String INSTRUMENT = "pc-ptsd-5";

  /// The cut-off that misses fewest people: three of five (PC-PTSD-5, National Center for PTSD).
  private static final String CUT = "sensitive";

  private final TherapySessions sessions;
  private final Access access;
  private final IntakeReadings intakes;

  GuidanceReading(TherapySessions sessions, Access access, IntakeReadings intakes) {
    this.sessions = sessions;
    this.access = access;
    this.intakes = intakes;
  }

  /// @throws Refusal `not-found` to anyone but the therapist of the hour, and to them once they do
  ///     not treat the client any more
  Guidance read(SignedIn me, AppointmentId id) {
    var session = sessions.get(id, me.id());
    if (!session.therapist().person().equals(me.id())
        || !access.mayRead(me, session.client(), Scope.APPOINTMENTS)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return new Guidance(id, List.of(Situation.values()), traumaNoted(me, session));
  }

  private Optional<Boolean> traumaNoted(SignedIn me, TherapySession session) {
    if (!access.mayRead(me, session.client(), Scope.SCORES)) {
      return Optional.empty();
    }
    var evidence = access.toRead(me, session.client(), Scope.SCORES);
    return Optional.of(
        intakes.listScores(evidence).stream()
            .filter(Score.Total.class::isInstance)
            .map(Score.Total.class::cast)
            .anyMatch(total -> total.instrument().equals(INSTRUMENT) && total.reaches(CUT)));
  }
}
