package org.saltwater.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.saltwater.kernel.ClientId;

/// Tells whose questionnaire a request belongs to, before and after there is an account.
public interface IntakeVisits {
  /// The signed-in client, or whoever holds the intake's cookie or `Intake-Token` header. Once the
  /// client has an account, only their sign-in counts.
  Optional<ClientId> find(HttpServletRequest request);
}
