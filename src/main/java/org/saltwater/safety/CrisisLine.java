package org.saltwater.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// People who answer when it is too much, by phone, text or chat.
///
/// @param hours when they answer, in words
/// @param source where the numbers were taken from
/// @param verifiedOn when that was last looked up
/// @param young whether it is for children and young people
public record CrisisLine(
    String name,
    List<Channel> channels,
    String hours,
    boolean young,
    String source,
    LocalDate verifiedOn) {
  public CrisisLine {
    channels = List.copyOf(channels);
  }

  /// One way to reach them.
  ///
  /// @param number as people write it; for a chat its address
  /// @param word what to send as a text message, where a word is asked for
  /// @param dial keys to press after the call is answered, in words
  public record Channel(How how, String number, Optional<String> word, Optional<String> dial) {
    /// The link that calls, texts or opens the chat (RFC 3966 `tel:`, RFC 5724 `sms:`).
    public String link() {
      var digits = number.replace(" ", "");
      return switch (how) {
        case CALL -> "tel:" + digits;
        case TEXT -> "sms:" + digits + word.map(text -> "?body=" + text).orElse("");
        case CHAT -> number;
      };
    }
  }

  public enum How {
    CALL,
    TEXT,
    CHAT
  }
}
