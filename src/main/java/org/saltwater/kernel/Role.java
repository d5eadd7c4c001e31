package org.saltwater.kernel;

/// What a person does here; one person may hold several.
public enum Role {
  CLIENT,
  THERAPIST,
  SUPERVISOR,
  COORDINATOR,
  OPERATOR;

  /// Spring Security's name for the role.
  public String authority() {
    return "ROLE_" + name();
  }
}
