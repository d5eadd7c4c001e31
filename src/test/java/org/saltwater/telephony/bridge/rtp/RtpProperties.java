package org.saltwater.telephony.bridge.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("room")
class RtpProperties {
  @Property(tries = 1_000)
  void anyBytesAreAPacketOrNone(@ForAll @Size(max = 64) byte[] bytes) {
    RtpPacket.read(bytes, bytes.length)
        .ifPresent(packet -> assertThat(packet.payload().length).isLessThan(bytes.length));
    if (bytes.length > 0) {
      bytes[0] = (byte) (0x80 | bytes[0] & 0x3F);
      assertThat(RtpPacket.read(bytes, bytes.length)).isNotNull();
    }
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll @Size(max = 320) byte[] sound, @ForAll short number) {
    var bytes = new RtpPacket(8, true, number & 0xFFFF, 7, 9, sound).bytes();
    var read = RtpPacket.read(bytes, bytes.length).orElseThrow();
    assertThat(read.payload()).isEqualTo(sound);
    assertThat(read.sequence()).isEqualTo(number & 0xFFFF);
    assertThat(read.marker()).isTrue();
  }

  @Property(tries = 300)
  void aLawAndMuLawAreNearlyTheSameSound(@ForAll short sample) {
    var there = G711.fromA(G711.toA(sample));
    var here = G711.fromU(G711.toU(sample));
    assertThat(there).isCloseTo((int) sample, within(sample));
    assertThat(here).isCloseTo((int) sample, within(sample));
  }

  @Test
  void aKeyCountsOnceHoweverOftenItsEndIsSent() {
    var keys = new Keys();
    var begin = new RtpPacket(101, true, 1, 500, 9, new byte[] {5, 10, 0, 80});
    var end = new RtpPacket(101, false, 2, 500, 9, new byte[] {5, (byte) 0x8A, 3, 32});
    assertThat(keys.read(begin)).isEmpty();
    assertThat(keys.read(end)).contains('5');
    assertThat(keys.read(end)).isEmpty();
    assertThat(keys.read(new RtpPacket(101, false, 9, 900, 9, end.payload()))).contains('5');
    assertThat(keys.read(new RtpPacket(101, false, 9, 999, 9, new byte[] {99, -1, 0, 0})))
        .isEmpty();
    assertThat(keys.read(new RtpPacket(101, false, 9, 999, 9, new byte[2]))).isEmpty();
  }

  @Test
  void whoeverSpeaksTheVoiceGoesOn() {
    var voice = new Voice(3);
    var first =
        voice.carry(new RtpPacket(0, false, 65_535, 100, 1, new byte[160]), new byte[160], 0);
    var gap = voice.carry(new RtpPacket(0, false, 2, 580, 1, new byte[160]), new byte[160], 0);
    assertThat((short) (gap.sequence() - first.sequence())).isEqualTo((short) 3);
    assertThat(gap.timestamp() - first.timestamp()).isEqualTo(480);
    var other = voice.carry(new RtpPacket(0, false, 9, 7, 2, new byte[160]), new byte[160], 0);
    assertThat((short) (other.sequence() - gap.sequence())).isEqualTo((short) 1);
    assertThat(other.marker()).isTrue();
    assertThat(other.ssrc()).isEqualTo(3);
  }

  private static org.assertj.core.data.Offset<Integer> within(short sample) {
    return org.assertj.core.data.Offset.offset(40 + Math.abs(sample) / 16);
  }
}
