package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.saltwater.intake.Intake;
import org.saltwater.intake.IntakeProblem;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Finds the intake of whoever makes a request.
@Component
class Visitor {
  private final IntakeVisits visits;
  private final Intakes intakes;

  Visitor(IntakeVisits visits, Intakes intakes) {
    this.visits = visits;
    this.intakes = intakes;
  }

  Optional<Intake> find(HttpServletRequest request) {
    return visits.find(request).flatMap(intakes::find);
  }

  /// @throws Refusal intake-unknown
  Intake get(HttpServletRequest request) {
    return find(request).orElseThrow(() -> new Refusal(IntakeProblem.INTAKE_UNKNOWN));
  }
}
