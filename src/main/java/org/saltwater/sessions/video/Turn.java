package org.saltwater.sessions.video;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The practice's relay for picture and sound, for networks that let two browsers not reach each
/// other directly: a coturn with `use-auth-secret`.
///
/// @param urls such as `turn:turn.care.example:3478` or `turns:turn.care.example:443?transport=tcp`
///     (RFC 7064, RFC 7065); none: only directly
/// @param secret coturn's `static-auth-secret`; empty without a relay
/// @param relayOnly whether all goes through the relay, so that neither person's browser learns the
///     other's network address
@ConfigurationProperties("saltwater.turn")
public record Turn(
    @DefaultValue List<String> urls, @DefaultValue("") String secret, boolean relayOnly) {
  private static final Pattern URL =
      Pattern.compile("(stuns?|turns?):[A-Za-z0-9.\\-\\[\\]:]+(\\?transport=(udp|tcp))?");

  /// @throws IllegalArgumentException if the parts do not go together
  public Turn {
    urls = List.copyOf(urls);
    if (!urls.stream().allMatch(url -> URL.matcher(url).matches())) {
      throw new IllegalArgumentException(
          "saltwater.turn.urls: each is like turn:turn.care.example:3478");
    }
    var relays = urls.stream().anyMatch(Turn::isRelay);
    if (relays == secret.isEmpty()) {
      throw new IllegalArgumentException(
          "saltwater.turn: a turn: address and saltwater.turn.secret belong together");
    }
    if (relayOnly && !relays) {
      throw new IllegalArgumentException(
          "saltwater.turn.relay-only needs a turn: address in saltwater.turn.urls");
    }
  }

  static boolean isRelay(String url) {
    return url.startsWith("turn");
  }

  public boolean hasRelay() {
    return urls.stream().anyMatch(Turn::isRelay);
  }

  @Override
  public String toString() {
    return "Turn[" + urls + "]";
  }
}
