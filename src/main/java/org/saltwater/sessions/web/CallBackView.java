package org.saltwater.sessions.web;

import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Redacted;

/// The number a therapist calls the client back on while the practice's line is away.
public record CallBackView(AppointmentId session, String otherName, Redacted<String> number) {
  /// As a telephone dials it.
  public String dial() {
    return number.value().replaceAll("[^+0-9]", "");
  }
}
