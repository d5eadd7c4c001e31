package org.saltwater.telephony.bridge.rtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What callers hear while they enter their PIN, again and again: the practice's recording, or two
/// soft notes, made here, with silence after them. In G.711 µ-law, cut into packets.
public final class Prompt {
  private static final int RATE = 8_000;
  private static final int SAMPLES = 4 * RATE;
  private static final byte SILENCE = (byte) 0xFF;

  private final byte[] sound;

  private Prompt(byte[] sound) {
    this.sound = sound;
  }

  /// @param file the recording; empty for the notes
  public static Prompt of(String file) {
    if (!file.isEmpty()) {
      try {
        var recorded = Files.readAllBytes(Path.of(file));
        if (recorded.length >= RtpPacket.USUAL && recorded.length <= 60 * RATE) {
          return new Prompt(recorded);
        }
      } catch (IOException unreadable) {
        return notes();
      }
    }
    return notes();
  }

  /// @param at the number of the packet since the prompt began
  public byte[] packet(int at) {
    var begin =
        (int) ((long) at * RtpPacket.USUAL % (sound.length / RtpPacket.USUAL * RtpPacket.USUAL));
    return Arrays.copyOfRange(sound, begin, begin + RtpPacket.USUAL);
  }

  /// What a caller hears while it rings elsewhere: 425 Hz, one second in five, as in most of Europe
  /// (ITU-T E.180).
  public static Prompt ringing() {
    var sound = new byte[5 * RATE];
    Arrays.fill(sound, SILENCE);
    for (var at = 0; at < RATE; at++) {
      sound[at] = G711.toU((int) (3_000 * Math.sin(2 * Math.PI * 425 * at / RATE)));
    }
    return new Prompt(sound);
  }

  public static byte[] silence() {
    var silence = new byte[RtpPacket.USUAL];
    Arrays.fill(silence, SILENCE);
    return silence;
  }

  private static Prompt notes() {
    var sound = new byte[SAMPLES];
    Arrays.fill(sound, SILENCE);
    // A falling third, each note swelling and fading for 0.4 s: neither a dial tone nor an alarm.
    note(sound, 0, 523.25);
    note(sound, RATE / 2, 440);
    return new Prompt(sound);
  }

  private static void note(byte[] sound, int begin, double hertz) {
    var length = RATE * 2 / 5;
    for (var at = 0; at < length; at++) {
      var swell = Math.sin(Math.PI * at / length);
      var sample = 5_000 * swell * swell * Math.sin(2 * Math.PI * hertz * at / RATE);
      sound[begin + at] = G711.toU((int) sample);
    }
  }
}
