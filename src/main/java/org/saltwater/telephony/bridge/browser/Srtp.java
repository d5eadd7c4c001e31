package org.saltwater.telephony.bridge.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.ByteArrayBuffer;
import org.jitsi.utils.logging2.LoggerImpl;

/// Sealed sound (SRTP, RFC 3711) with keys from the DTLS handshake (RFC 5764 §4.2). Jitsi's library
/// does the sealing, and refuses packets that come twice.
final class Srtp {
  /// AES-128 in counter mode with an 80-bit HMAC-SHA1: the one that every browser has (RFC 8827).
  static final int PROFILE = 0x0001;

  static final int KEY = 16;
  static final int SALT = 14;
  static final int MATERIAL = 2 * (KEY + SALT);
  private static final int TAG = 10;

  /// More voices than that no browser has in one medium; each would cost memory.
  private static final int MOST_VOICES = 8;

  private final SrtpContextFactory opening;
  private final SrtpContextFactory sealing;
  private final Map<Integer, SrtpCryptoContext> voices = new ConcurrentHashMap<>();
  private final SrtpCryptoContext ours;

  /// @param material the exported keys; the browser is the DTLS client
  Srtp(byte[] material, int ssrc) throws GeneralSecurityException {
    var clientKey = Arrays.copyOfRange(material, 0, KEY);
    var serverKey = Arrays.copyOfRange(material, KEY, 2 * KEY);
    var clientSalt = Arrays.copyOfRange(material, 2 * KEY, 2 * KEY + SALT);
    var serverSalt = Arrays.copyOfRange(material, 2 * KEY + SALT, MATERIAL);
    opening = factory(false, clientKey, clientSalt);
    sealing = factory(true, serverKey, serverSalt);
    ours = sealing.deriveContext(ssrc, 0);
  }

  /// @return empty for what was not sealed by the browser, or comes twice
  Optional<byte[]> open(byte[] packet) throws GeneralSecurityException {
    if (packet.length < 12 + TAG) {
      return Optional.empty();
    }
    var ssrc = ByteBuffer.wrap(packet).getInt(8);
    var known = voices.get(ssrc);
    if (known == null && voices.size() >= MOST_VOICES) {
      return Optional.empty();
    }
    var voice = known == null ? opening.deriveContext(ssrc, 0) : known;
    var bytes = new Bytes(packet.clone(), packet.length);
    if (voice.reverseTransformPacket(bytes, false) != SrtpErrorStatus.OK) {
      return Optional.empty();
    }
    voices.putIfAbsent(ssrc, voice);
    return Optional.of(bytes.whole());
  }

  byte[] seal(byte[] packet) throws GeneralSecurityException {
    var bytes = new Bytes(Arrays.copyOf(packet, packet.length + TAG + 8), packet.length);
    var status = ours.transformPacket(bytes);
    if (status != SrtpErrorStatus.OK) {
      throw new GeneralSecurityException(status.name());
    }
    return bytes.whole();
  }

  void close() {
    opening.close();
    sealing.close();
  }

  private static SrtpContextFactory factory(boolean sends, byte[] key, byte[] salt) {
    return new SrtpContextFactory(
        sends, key, salt, policy(), policy(), new LoggerImpl(Srtp.class.getName()));
  }

  private static SrtpPolicy policy() {
    return new SrtpPolicy(
        SrtpPolicy.AESCM_ENCRYPTION, KEY, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, TAG, SALT);
  }

  private static final class Bytes implements ByteArrayBuffer {
    private byte[] buffer;
    private int length;

    Bytes(byte[] buffer, int length) {
      this.buffer = buffer;
      this.length = length;
    }

    byte[] whole() {
      return Arrays.copyOf(buffer, length);
    }

    @Override
    public byte[] getBuffer() {
      return buffer;
    }

    @Override
    public int getOffset() {
      return 0;
    }

    @Override
    public int getLength() {
      return length;
    }

    @Override
    public void setLength(int newLength) {
      length = newLength;
    }

    @Override
    public void setOffset(int offset) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isInvalid() {
      return false;
    }

    @Override
    public void readRegionToBuff(int offset, int size, byte[] out) {
      System.arraycopy(buffer, offset, out, 0, size);
    }

    @Override
    public void grow(int howMuch) {
      if (buffer.length < length + howMuch) {
        buffer = Arrays.copyOf(buffer, length + howMuch);
      }
    }

    @Override
    public void append(byte[] data, int size) {
      grow(size);
      System.arraycopy(data, 0, buffer, length, size);
      length += size;
    }

    @Override
    public void shrink(int by) {
      length -= by;
    }
  }
}
