package org.saltwater.care;

import java.util.Locale;
import org.saltwater.kernel.Role;
import org.saltwater.vault.Evidence.Basis;

/// On what ground someone may read a client's record.
public enum EdgeKind {
  /// The client's therapist, as long as they work together.
  TREATING(Role.THERAPIST, Basis.TREATING),
  /// A supervisor whom the client agreed to, until a date.
  SUPERVISION(Role.SUPERVISOR, Basis.SUPERVISION),
  /// A therapist on call, for a stated reason and an hour: "breaking the glass".
  ON_CALL(Role.THERAPIST, Basis.ON_CALL);

  private final Role role;
  private final Basis basis;

  EdgeKind(Role role, Basis basis) {
    this.role = role;
    this.basis = basis;
  }

  /// The role that must still be held when reading.
  Role role() {
    return role;
  }

  Basis basis() {
    return basis;
  }

  /// The reason that the audit log states.
  String code() {
    return "edge." + name().toLowerCase(Locale.ROOT);
  }
}
