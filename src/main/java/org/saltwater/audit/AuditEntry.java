package org.saltwater.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;

/// One line of the log, as the module that did something states it.
///
/// @param actor who did it; null for the system itself or a visitor without an account
/// @param subject whose data it is about; null if it is about no client
/// @param thing a stable code of what was touched, like `intake.answers`; never free text
/// @param reason a stable code of why it was allowed, like `edge.treating`; never free text
public record AuditEntry(
    @Nullable PersonId actor,
    AuditAction action,
    @Nullable ClientId subject,
    String thing,
    String reason) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._:-]{0,99}");

  /// @throws IllegalArgumentException if a code could be free text: the log outlives erasure, so
  ///     nothing a person typed may enter it
  public AuditEntry {
    requireCode(thing);
    requireCode(reason);
  }

  private static void requireCode(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new IllegalArgumentException("the audit log takes codes only");
    }
  }
}
