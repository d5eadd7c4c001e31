package org.saltwater.sessions.video;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.springframework.web.socket.CloseStatus;

/// What takes a person's one place in a room: their browser, or their telephone.
interface Device {
  UUID device();

  AppointmentId session();

  PersonId person();

  /// Whether this is news to the device, which is then taken to know it.
  boolean learns(List<CallTable.Present> now);

  /// @param frame JSON of [Told]
  void tell(String frame);

  /// Why it has to go; empty while it may stay.
  Optional<CloseStatus> reasonToGo();

  /// Whether it takes its place again after the store has forgotten it.
  boolean comesBack();

  void close(CloseStatus status);
}
