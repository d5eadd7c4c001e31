package org.saltwater.sessions.phone;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;

/// The latest call of an hour with the client's telephone.
///
/// @param why how it ended; empty while it lasts
/// @param isOwn whether the therapist talks on a telephone of their own
public record PhoneCall(
    UUID id, AppointmentId session, CallState state, Optional<CallEnd> why, boolean isOwn) {
  public boolean isOn() {
    return state != CallState.ENDED;
  }

  /// The word for how it stands in addresses and bundles, such as `ringing` or `ended-busy`.
  public String code() {
    return code(state.name() + why.map(it -> "-" + it.name()).orElse(""));
  }

  static String code(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
