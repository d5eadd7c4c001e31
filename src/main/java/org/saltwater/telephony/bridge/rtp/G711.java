package org.saltwater.telephony.bridge.rtp;

/// The two laws of ITU-T G.711. Sound is passed on as it came; only between a telephone of one law
/// and a browser that sends the other are samples looked up in a table.
public final class G711 {
  private static final byte[] U_TO_A = new byte[256];
  private static final byte[] A_TO_U = new byte[256];
  private static final int BIAS = 0x84;
  private static final int CLIP = 32_635;

  static {
    for (var each = 0; each < 256; each++) {
      U_TO_A[each] = toA(fromU((byte) each));
      A_TO_U[each] = toU(fromA((byte) each));
    }
  }

  private G711() {}

  /// @param from and to: `RtpPacket.PCMU` or `PCMA`
  public static byte[] convert(byte[] sound, int from, int to) {
    if (from == to) {
      return sound;
    }
    var table = from == RtpPacket.PCMU ? U_TO_A : A_TO_U;
    var converted = new byte[sound.length];
    for (var at = 0; at < sound.length; at++) {
      converted[at] = table[sound[at] & 0xFF];
    }
    return converted;
  }

  public static byte toU(int sample) {
    var sign = sample < 0 ? 0x80 : 0;
    var size = Math.min(Math.abs(sample), CLIP) + BIAS;
    var exponent = 31 - Integer.numberOfLeadingZeros(size) - 7;
    return (byte) ~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 0x0F));
  }

  public static int fromU(byte code) {
    var bits = ~code & 0xFF;
    var size = ((((bits & 0x0F) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
    return (bits & 0x80) == 0 ? size : -size;
  }

  static byte toA(int sample) {
    var sign = sample >= 0 ? 0x80 : 0;
    var size = Math.min(sample >= 0 ? sample : -sample - 1, 32_767) >> 4;
    var exponent = size < 16 ? 0 : 31 - Integer.numberOfLeadingZeros(size) - 3;
    var code = exponent == 0 ? size : (exponent << 4) | ((size >> (exponent - 1)) & 0x0F);
    return (byte) ((sign | (code & 0x7F)) ^ 0x55);
  }

  static int fromA(byte code) {
    var bits = (code ^ 0x55) & 0xFF;
    var exponent = (bits & 0x70) >> 4;
    var size = ((bits & 0x0F) << 4) + 8;
    if (exponent > 0) {
      size = (size + 0x100) << (exponent - 1);
    }
    return (bits & 0x80) != 0 ? size : -size;
  }
}
