package org.saltwater.scheduling;

/// What has become of an appointment. Held and booked ones occupy their time in both calendars.
public enum AppointmentState {
  /// Kept for a client for ten minutes while they decide.
  HELD,
  BOOKED,
  CANCELLED,
  /// Held, and the ten minutes went by. It can still be booked if nobody else took the time: typing
  /// slowly costs nothing.
  EXPIRED;

  public boolean canBecome(AppointmentState next) {
    return switch (this) {
      case HELD -> next == BOOKED || next == CANCELLED || next == EXPIRED;
      case BOOKED -> next == CANCELLED;
      case EXPIRED -> next == BOOKED;
      case CANCELLED -> false;
    };
  }

  public boolean occupiesTime() {
    return this == HELD || this == BOOKED;
  }
}
