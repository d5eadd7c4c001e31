package org.saltwater.telephony.bridge.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What we read of a browser's offer (RFC 8829): how to know it, and which of its media is sound.
/// Where it could be reached is not read at all.
///
/// @param hash of its certificate's fingerprint, such as `sha-256` (RFC 8122)
/// @param media in their order, with what each is to be answered by
public record BrowserOffer(String hash, String fingerprint, List<Medium> media) {
  private static final int LONGEST = 65_536;
  private static final int MOST_MEDIA = 12;
  private static final Pattern MEDIUM =
      Pattern.compile(
          "m=(audio|video|application) \\d{1,5} ([A-Z/]{3,20})((?: [A-Za-z0-9-]{1,32})+)");
  private static final Pattern FINGERPRINT =
      Pattern.compile(
          "a=fingerprint:(sha-(?:256|384|512)) ([0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){31,63})");
  private static final Pattern MID = Pattern.compile("a=mid:([A-Za-z0-9_-]{1,32})");

  /// One medium of the offer.
  ///
  /// @param line kind, protocol and types, as in `m=`, for a refusal in the answer
  /// @param isSound whether it has G.711; of several such the first one is taken
  record Medium(String kind, String protocol, String types, String mid, boolean isSound) {
    String firstType() {
      return types.trim().split(" ")[0];
    }
  }

  /// @throws IllegalArgumentException if it offers no sound that we could answer; it says nothing
  ///     of what stood there
  public static BrowserOffer read(String sdp) {
    if (sdp.length() > LONGEST || !sdp.startsWith("v=0")) {
      throw refused();
    }
    var reading = new Reading();
    for (var line : sdp.split("\r?\n")) {
      reading.read(line);
    }
    return reading.offer();
  }

  /// The medium that carries the telephone.
  Medium sound() {
    return media.stream().filter(Medium::isSound).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return "BrowserOffer[redacted]";
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException("no offer that can be answered");
  }

  private static final class Reading {
    private final List<Medium> media = new ArrayList<>();
    private @Nullable String hash;
    private @Nullable String fingerprint;
    private @Nullable String kind;
    private String protocol = "";
    private String types = "";
    private Optional<String> mid = Optional.empty();

    void read(String line) {
      if (line.startsWith("m=")) {
        close();
        var found = MEDIUM.matcher(line);
        if (!found.matches() || media.size() >= MOST_MEDIA) {
          throw refused();
        }
        kind = found.group(1);
        protocol = found.group(2);
        types = found.group(3);
        return;
      }
      var print = FINGERPRINT.matcher(line);
      if (print.matches()) {
        hash = print.group(1);
        fingerprint = print.group(2).toUpperCase(Locale.ROOT);
      }
      var name = MID.matcher(line);
      if (name.matches()) {
        mid = Optional.of(name.group(1));
      }
    }

    private void close() {
      if (kind != null) {
        var isSound =
            kind.equals("audio")
                && protocol.endsWith("TLS/RTP/SAVPF")
                && (has("0") || has("8"))
                && media.stream().noneMatch(Medium::isSound);
        media.add(
            new Medium(kind, protocol, types, mid.orElseThrow(BrowserOffer::refused), isSound));
        mid = Optional.empty();
      }
    }

    private boolean has(String type) {
      return (types + " ").contains(" " + type + " ");
    }

    BrowserOffer offer() {
      close();
      if (hash == null || fingerprint == null || media.stream().noneMatch(Medium::isSound)) {
        throw refused();
      }
      return new BrowserOffer(hash, fingerprint, List.copyOf(media));
    }
  }
}
