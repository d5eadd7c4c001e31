package org.saltwater.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether someone may be counted in the practice's figures. First asked in the questionnaire, and
/// theirs to change at any time after it.
@Component
public class FiguresConsent {
  private static final String QUESTION = "consent.figures";

  private final Intakes intakes;
  private final IntakeRows rows;
  private final IntakeSeal seal;
  private final AuditLog audit;
  private final Clock clock;

  FiguresConsent(Intakes intakes, IntakeRows rows, IntakeSeal seal, AuditLog audit, Clock clock) {
    this.intakes = intakes;
    this.rows = rows;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
  }

  /// For the client's own eyes; empty until they have finished the questionnaire, as nobody is
  /// counted before.
  public Optional<Boolean> find(ClientId client) {
    return intakes.find(client).filter(it -> it.completedAt().isPresent()).map(it -> isGiven(it));
  }

  public static boolean isGiven(Intake intake) {
    return intake.given().get(QUESTION).contains("true");
  }

  /// Gives the yes, or takes it back. Again changes nothing.
  ///
  /// @throws Refusal intake-unknown, or intake-unfinished
  @Transactional
  public void say(ClientId client, boolean yes) {
    var row =
        rows.findToChange(client).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
    var intake = intakes.get(client);
    if (intake.completedAt().isEmpty()) {
      throw new Refusal(IntakeProblem.INTAKE_UNFINISHED);
    }
    if (isGiven(intake) == yes) {
      return;
    }
    var given = intake.given().with(QUESTION, yes ? List.of("true") : List.of());
    var content = new IntakeSeal.Content(row.version(), intake.at().orElse(null), given.values());
    rows.save(
        row.id(),
        seal.seal(client, row.id(), content),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.write(
        new AuditEntry(
            client.person(),
            yes ? AuditAction.CONSENT_GIVEN : AuditAction.CONSENT_WITHDRAWN,
            client,
            "figures.consent",
            "own"));
  }
}
