package org.saltwater.telephony.bridge.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One packet of sound (RFC 3550 §5.1), read with care: whoever knows the port can send anything.
///
/// @param type the payload type, 0 to 127
/// @param sequence 0 to 65535
/// @param timestamp in samples, 32 bits
/// @param payload without header, extension and padding
public record RtpPacket(
    int type, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
  public static final int PCMU = 0;
  public static final int PCMA = 8;

  /// Samples in the usual packet: 20 ms at 8 kHz.
  public static final int USUAL = 160;

  private static final int HEADER = 12;
  private static final int LARGEST = 1_500;

  /// @return empty for what is no RTP packet
  public static Optional<RtpPacket> read(byte[] bytes, int length) {
    if (length < HEADER || length > LARGEST || (bytes[0] & 0xC0) != 0x80) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes, 0, length);
    var begin = HEADER + 4 * (bytes[0] & 0x0F);
    if ((bytes[0] & 0x10) != 0) {
      if (begin + 4 > length) {
        return Optional.empty();
      }
      begin += 4 + 4 * (buffer.getShort(begin + 2) & 0xFFFF);
    }
    var padding = (bytes[0] & 0x20) == 0 ? 0 : bytes[length - 1] & 0xFF;
    var end = length - padding;
    if (begin > end || ((bytes[0] & 0x20) != 0 && padding == 0)) {
      return Optional.empty();
    }
    return Optional.of(
        new RtpPacket(
            bytes[1] & 0x7F,
            (bytes[1] & 0x80) != 0,
            buffer.getShort(2) & 0xFFFF,
            buffer.getInt(4),
            buffer.getInt(8),
            Arrays.copyOfRange(bytes, begin, end)));
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) 0x80)
        .put((byte) (type | (marker ? 0x80 : 0)))
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(ssrc)
        .put(payload)
        .array();
  }

  public boolean isSound() {
    return type == PCMU || type == PCMA;
  }
}
