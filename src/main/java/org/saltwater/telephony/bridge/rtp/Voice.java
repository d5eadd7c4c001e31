package org.saltwater.telephony.bridge.rtp;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A stream of our own into which packets of other streams go, one after another: whoever hears it
/// hears one voice (one SSRC, rising numbers) whoever speaks.
public final class Voice {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int ssrc;
  private int sequence = RANDOM.nextInt(0x8000);
  private int timestamp = RANDOM.nextInt();
  private @Nullable Integer source;
  private int sourceSequence;
  private int sourceTimestamp;

  public Voice() {
    this(RANDOM.nextInt());
  }

  public Voice(int ssrc) {
    this.ssrc = ssrc;
  }

  public int ssrc() {
    return ssrc;
  }

  /// A packet of someone's, as one of ours. Gaps stay gaps, so that the hearer can mend them.
  public synchronized RtpPacket carry(RtpPacket packet, byte[] payload, int type) {
    var isNew = source == null || source != packet.ssrc();
    var steps = (short) (packet.sequence() - sourceSequence);
    if (isNew || Math.abs(steps) > 1_000) {
      source = packet.ssrc();
      next(RtpPacket.USUAL);
      isNew = true;
    } else {
      sequence += steps;
      timestamp += packet.timestamp() - sourceTimestamp;
    }
    sourceSequence = packet.sequence();
    sourceTimestamp = packet.timestamp();
    return new RtpPacket(
        type, isNew || packet.marker(), sequence & 0xFFFF, timestamp, ssrc, payload);
  }

  /// Sound that we make ourselves.
  public synchronized RtpPacket say(byte[] payload, int type) {
    var isNew = source != null;
    source = null;
    next(payload.length);
    return new RtpPacket(type, isNew, sequence & 0xFFFF, timestamp, ssrc, payload);
  }

  private void next(int samples) {
    sequence++;
    timestamp += samples;
  }
}
