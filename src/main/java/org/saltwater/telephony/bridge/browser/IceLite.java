package org.saltwater.telephony.bridge.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The lite side of ICE (RFC 8445 §2.5): answers the checks of whoever knows the password in our
/// answer (STUN, RFC 8489), and asks nobody. So a browser cannot make us send to any address but
/// the one that it speaks from.
final class IceLite {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int COOKIE = 0x2112A442;
  private static final int HEADER = 20;
  private static final short REQUEST = 0x0001;
  private static final short SUCCESS = 0x0101;
  private static final int USERNAME = 0x0006;
  private static final int INTEGRITY = 0x0008;
  private static final int MAPPED = 0x0020;
  private static final int NOMINATED = 0x0025;
  private static final int FINGERPRINT = 0x8028;
  private static final int FINGERPRINT_XOR = 0x5354554E;
  private static final int HMAC = 20;

  private final String name = random(6);
  private final String password = random(24);

  /// @param isNominated whether the browser chose the way it asked by
  record Check(byte[] answer, boolean isNominated) {}

  String name() {
    return name;
  }

  String password() {
    return password;
  }

  /// @return empty for what is no check of someone who knows the password; it gets no answer
  Optional<Check> answer(byte[] message, int length, InetSocketAddress from) {
    if (length < HEADER || length > 1_500) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(message, 0, length);
    if (buffer.getShort(0) != REQUEST
        || buffer.getInt(4) != COOKIE
        || (buffer.getShort(2) & 0xFFFF) != length - HEADER) {
      return Optional.empty();
    }
    var isOurs = false;
    var isNominated = false;
    var at = HEADER;
    while (at + 4 <= length) {
      var type = buffer.getShort(at) & 0xFFFF;
      var size = buffer.getShort(at + 2) & 0xFFFF;
      if (at + 4 + size > length) {
        return Optional.empty();
      }
      switch (type) {
        case USERNAME -> isOurs = new String(message, at + 4, size, UTF_8).startsWith(name + ":");
        case NOMINATED -> isNominated = true;
        case INTEGRITY -> {
          // What follows it is not covered by it, and not read.
          return isOurs && size == HMAC && isSigned(message, at)
              ? Optional.of(new Check(success(message, from), isNominated))
              : Optional.empty();
        }
        default -> {}
      }
      at += 4 + ((size + 3) & ~3);
    }
    return Optional.empty();
  }

  private boolean isSigned(byte[] message, int at) {
    var signed = Arrays.copyOf(message, at);
    ByteBuffer.wrap(signed).putShort(2, (short) (at - HEADER + 4 + HMAC));
    return MessageDigest.isEqual(hmac(signed), Arrays.copyOfRange(message, at + 4, at + 4 + HMAC));
  }

  private byte[] success(byte[] request, InetSocketAddress from) {
    var address = from.getAddress().getAddress();
    var isV4 = address.length == 4;
    var mapped = 4 + address.length;
    var whole = HEADER + 4 + mapped + 4 + HMAC + 8;
    var answer = ByteBuffer.allocate(whole);
    answer.putShort(SUCCESS).putShort((short) 0).put(request, 4, 16);
    answer.putShort((short) MAPPED).putShort((short) mapped);
    answer.put((byte) 0).put((byte) (isV4 ? 1 : 2));
    answer.putShort((short) (from.getPort() ^ (COOKIE >>> 16)));
    for (var each = 0; each < address.length; each++) {
      answer.put((byte) (address[each] ^ request[4 + each]));
    }
    answer.putShort(2, (short) (answer.position() - HEADER + 4 + HMAC));
    var signature = hmac(Arrays.copyOf(answer.array(), answer.position()));
    answer.putShort((short) INTEGRITY).putShort((short) HMAC).put(signature);
    answer.putShort(2, (short) (whole - HEADER));
    var crc = new CRC32();
    crc.update(answer.array(), 0, answer.position());
    answer.putShort((short) FINGERPRINT).putShort((short) 4);
    answer.putInt((int) crc.getValue() ^ FINGERPRINT_XOR);
    return answer.array();
  }

  private byte[] hmac(byte[] bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(password.getBytes(UTF_8), "HmacSHA1"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Letters, figures, + and / alone may stand there (RFC 8839 §5.4).
  private static String random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getEncoder().withoutPadding().encodeToString(random);
  }
}
