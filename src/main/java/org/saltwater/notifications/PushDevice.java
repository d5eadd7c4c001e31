package org.saltwater.notifications;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// A device on which a person wants to be told.
///
/// @param endpoint the address that its browser's push service gave it
/// @param publicKey for whom what we send is encrypted (RFC 8291)
public record PushDevice(UUID id, URI endpoint, byte[] publicKey, byte[] secret, Instant since) {
  /// Whoever knows the address could write to the device.
  @Override
  public String toString() {
    return "PushDevice[" + id + "]";
  }
}
