package org.saltwater.telephony.bridge.rtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the keys that a caller presses (RFC 4733): each comes in several packets with one
/// timestamp, the last ones marked as its end, and counts once.
final class Keys {
  private static final String NAMES = "0123456789*#ABCD";

  private @Nullable Integer last;

  Optional<Character> read(RtpPacket packet) {
    var payload = packet.payload();
    if (payload.length < 4 || (payload[0] & 0xFF) >= NAMES.length()) {
      return Optional.empty();
    }
    var hasEnded = (payload[1] & 0x80) != 0;
    if (!hasEnded || (last != null && last == packet.timestamp())) {
      return Optional.empty();
    }
    last = packet.timestamp();
    return Optional.of(NAMES.charAt(payload[0]));
  }
}
