package org.saltwater.sessions.video;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One way to reach a browser, as `candidate-attribute` of RFC 8839 §5.1 writes it.
final class IceCandidate {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "candidate:(?<foundation>[A-Za-z0-9+/]{1,32}) (?<component>[12]) (?<transport>udp|tcp)"
              + " (?<priority>\\d{1,10}) (?<address>[0-9A-Fa-f.:]{2,45}|[0-9A-Fa-f-]{36}\\.local)"
              + " (?<port>\\d{1,5}) typ (?<type>host|srflx|prflx|relay)"
              + "( raddr [0-9A-Fa-f.:]{2,45} rport \\d{1,5})?(?<more>( [a-z-]{1,30} \\S{1,300}){0,10})",
          Pattern.CASE_INSENSITIVE);

  private IceCandidate() {}

  /// The candidate as it may be passed on; empty for one that may not. Through the relay alone,
  /// only the relay's own address is, without the address it is related to.
  ///
  /// @throws IllegalArgumentException if it is no candidate
  static Optional<String> passedOn(String candidate, boolean relayOnly) {
    var found = GRAMMAR.matcher(candidate);
    if (!found.matches()) {
      throw new IllegalArgumentException("no candidate");
    }
    if (!relayOnly) {
      return Optional.of(candidate);
    }
    if (!found.group("type").toLowerCase(Locale.ROOT).equals("relay")) {
      return Optional.empty();
    }
    return Optional.of(
        "candidate:%s %s %s %s %s %s typ relay raddr 0.0.0.0 rport 0"
            .formatted(
                found.group("foundation"),
                found.group("component"),
                found.group("transport"),
                found.group("priority"),
                found.group("address"),
                found.group("port")));
  }
}
