package org.saltwater.sessions.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the description of a call (SDP, RFC 8866, as browsers write it: RFC 8829) line by line.
/// Picture and sound under DTLS-SRTP are all that a room is for, so anything else is refused:
/// other media, keys in the clear, lines that are none. Attributes that are not known are left out,
/// which SDP expects of whoever does not know them.
final class SessionDescription {
  static final int LONGEST = 65_536;
  private static final int MOST_MEDIA = 12;
  private static final int MOST_LINES = 2_000;

  private static final Pattern LINE = Pattern.compile("[a-z]=[\\x20-\\x7e]{1,2000}");
  private static final Pattern MEDIA =
      Pattern.compile(
          "m=(audio|video) (\\d{1,5}) ((?:UDP|TCP)/TLS/RTP/SAVPF)((?: \\d{1,3}){1,127})");
  private static final Pattern ORIGIN =
      Pattern.compile("o=(\\S{1,64} \\d{1,20} \\d{1,20}) IN IP[46] \\S{1,64}");
  private static final Pattern CONNECTION = Pattern.compile("c=IN IP[46] [0-9A-Fa-f.:]{2,45}");
  private static final Pattern FINGERPRINT =
      Pattern.compile("a=fingerprint:sha-(256|384|512) [0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31,63}");
  private static final Pattern OTHER = Pattern.compile("s=.*|t=0 0|b=(AS|TIAS|CT):\\d{1,10}");
  private static final String NOWHERE = "IN IP4 0.0.0.0";

  private static final Set<String> KNOWN =
      Set.of(
          "group",
          "msid-semantic",
          "extmap-allow-mixed",
          "ice-ufrag",
          "ice-pwd",
          "ice-options",
          "setup",
          "mid",
          "extmap",
          "sendrecv",
          "sendonly",
          "recvonly",
          "inactive",
          "msid",
          "rtcp-mux",
          "rtcp-mux-only",
          "rtcp-rsize",
          "rtpmap",
          "rtcp-fb",
          "fmtp",
          "ssrc",
          "ssrc-group",
          "end-of-candidates",
          "rid",
          "simulcast",
          "bundle-only",
          "imageattr",
          "ptime",
          "maxptime",
          "framerate",
          "packetization",
          "content");

  private final boolean relayOnly;
  private final List<String> passedOn = new ArrayList<>();
  private int media;
  private boolean isSigned;

  private SessionDescription(boolean relayOnly) {
    this.relayOnly = relayOnly;
  }

  /// The description as it may be passed on. Through the relay alone, without any address but the
  /// relay's.
  ///
  /// @throws IllegalArgumentException for anything but the description of a call; it says nothing
  ///     of what stood there
  static String passedOn(String sdp, boolean relayOnly) {
    var lines = sdp.split("\r?\n", -1);
    var last = lines.length - 1;
    if (sdp.length() > LONGEST || last > MOST_LINES || !lines[last].isEmpty()) {
      throw refused();
    }
    var description = new SessionDescription(relayOnly);
    for (var at = 0; at < last; at++) {
      description.read(lines[at], at);
    }
    if (description.media == 0 || !description.isSigned) {
      throw refused();
    }
    return String.join("\r\n", description.passedOn) + "\r\n";
  }

  private void read(String line, int at) {
    if (!LINE.matcher(line).matches() || (at == 0) != line.equals("v=0")) {
      throw refused();
    }
    if ((at == 1) != line.startsWith("o=")) {
      throw refused();
    }
    switch (line.charAt(0)) {
      case 'v' -> passedOn.add(line);
      case 'o' -> origin(line);
      case 'm' -> medium(line);
      case 'c' -> connection(line);
      case 'a' -> attribute(line);
      default -> other(line);
    }
  }

  private void origin(String line) {
    var found = ORIGIN.matcher(line);
    if (!found.matches()) {
      throw refused();
    }
    passedOn.add("o=" + found.group(1) + " " + NOWHERE);
  }

  private void medium(String line) {
    var found = MEDIA.matcher(line);
    if (!found.matches() || ++media > MOST_MEDIA) {
      throw refused();
    }
    // Port 0 says that this medium is not wanted, 9 that the candidates tell where it goes.
    var port = found.group(2).equals("0") ? "0" : relayOnly ? "9" : found.group(2);
    passedOn.add("m=" + found.group(1) + " " + port + " " + found.group(3) + found.group(4));
  }

  private void connection(String line) {
    if (!CONNECTION.matcher(line).matches()) {
      throw refused();
    }
    passedOn.add(relayOnly ? "c=" + NOWHERE : line);
  }

  private void attribute(String line) {
    var colon = line.indexOf(':');
    var name = line.substring(2, colon < 0 ? line.length() : colon);
    switch (name) {
      case "crypto" -> throw refused();
      case "fingerprint" -> fingerprint(line);
      case "candidate" ->
          IceCandidate.passedOn(line.substring(2), relayOnly)
              .ifPresent(candidate -> passedOn.add("a=" + candidate));
      case "rtcp" -> passedOn.add(relayOnly ? "a=rtcp:9 " + NOWHERE : line);
      default -> {
        if (KNOWN.contains(name)) {
          passedOn.add(line);
        }
      }
    }
  }

  private void fingerprint(String line) {
    if (!FINGERPRINT.matcher(line).matches()) {
      throw refused();
    }
    isSigned = true;
    passedOn.add(line);
  }

  private void other(String line) {
    if (!OTHER.matcher(line).matches()) {
      throw refused();
    }
    passedOn.add(line);
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException("no description of a call");
  }
}
