package org.saltwater.telephony.bridge.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.bridge.rtp.PhoneSound.Target;
import org.saltwater.telephony.bridge.rtp.RtpPacket;

/// What we and a telephone tell each other about sound: SDP (RFC 8866), offer and answer (RFC
/// 3264), G.711 and pressed keys, nothing else.
public final class PhoneDescription {
  private static final int LONGEST = 8_000;
  private static final int OUR_KEYS = 101;
  private static final Pattern CONNECTION =
      Pattern.compile("c=IN IP4 (\\d{1,3}(?:\\.\\d{1,3}){3})(?:/.*)?");
  private static final Pattern MEDIUM =
      Pattern.compile("m=audio (\\d{1,5}) RTP/AVP((?: \\d{1,3})+)");
  private static final Pattern KEYS =
      Pattern.compile("a=rtpmap:(\\d{1,3}) telephone-event/8000.*", Pattern.CASE_INSENSITIVE);

  private @Nullable String address;
  private int port;
  private int law = -1;
  private int keys = -1;
  private boolean speaks = true;
  private boolean inSound;
  private boolean sawMedium;

  private PhoneDescription() {}

  /// @return empty if it is none that we could talk by
  public static Optional<Target> read(byte @Nullable [] sdp) {
    if (sdp == null || sdp.length > LONGEST) {
      return Optional.empty();
    }
    var description = new PhoneDescription();
    for (var line : new String(sdp, US_ASCII).split("\r?\n")) {
      description.read(line);
    }
    return description.target();
  }

  /// @param law the one to speak, or -1 to offer both
  /// @param keys the payload type of pressed keys that the other side named, or -1
  public static byte[] write(String address, int port, int law, int keys) {
    var laws = law < 0 ? "0 8" : Integer.toString(law);
    var events = law >= 0 && keys >= 0 ? keys : OUR_KEYS;
    return """
    v=0
    o=- %d 1 IN IP4 %s
    s=-
    c=IN IP4 %s
    t=0 0
    m=audio %d RTP/AVP %s %d
    a=rtpmap:%s
    a=rtpmap:%d telephone-event/8000
    a=fmtp:%d 0-15
    a=ptime:20
    a=sendrecv
    """
        .formatted(
            port,
            address,
            address,
            port,
            laws,
            events,
            law < 0
                ? "0 PCMU/8000\na=rtpmap:8 PCMA/8000"
                : law == RtpPacket.PCMU ? "0 PCMU/8000" : "8 PCMA/8000",
            events,
            events)
        .replace("\n", "\r\n")
        .getBytes(US_ASCII);
  }

  private void read(String line) {
    if (line.startsWith("m=")) {
      medium(line);
    } else if (line.startsWith("c=") && (inSound || !sawMedium)) {
      var found = CONNECTION.matcher(line);
      address = found.matches() ? found.group(1) : null;
    } else if (inSound && (line.equals("a=inactive") || line.equals("a=recvonly"))) {
      speaks = false;
    } else if (inSound) {
      var found = KEYS.matcher(line);
      if (found.matches()) {
        keys = Integer.parseInt(found.group(1));
      }
    }
  }

  private void medium(String line) {
    var found = MEDIUM.matcher(line);
    inSound = law < 0 && found.matches() && !found.group(1).equals("0");
    sawMedium = true;
    if (inSound) {
      port = Integer.parseInt(found.group(1));
      for (var type : found.group(2).trim().split(" ")) {
        var number = Integer.parseInt(type);
        if (law < 0 && (number == RtpPacket.PCMU || number == RtpPacket.PCMA)) {
          law = number;
        }
      }
    }
  }

  private Optional<Target> target() {
    if (address == null || law < 0 || port < 1 || port > 65_535 || keys > 127) {
      return Optional.empty();
    }
    try {
      // Figures only, so nothing is looked up.
      var host = InetAddress.getByName(address);
      // The old way to say "on hold" (RFC 2543) is an address of nowhere.
      return host.isMulticastAddress()
          ? Optional.empty()
          : Optional.of(new Target(host, port, law, keys, speaks && !host.isAnyLocalAddress()));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
