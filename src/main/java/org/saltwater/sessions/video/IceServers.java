package org.saltwater.sessions.video;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Hands out the way to the relay, with credentials that work for a while: the username is
/// `expiry:opaque id`, the password its HMAC-SHA1 under the secret that coturn knows
/// (draft-uberti-behave-turn-rest-00). The id is new each time and says nothing about anybody,
/// since coturn writes user names to its log.
@Component
public class IceServers {
  /// For looking whether the relay can be reached.
  private static final Duration CHECK = Duration.ofMinutes(5);

  private final Turn turn;
  private final Clock clock;

  IceServers(Turn turn, Clock clock) {
    this.turn = turn;
    this.clock = clock;
  }

  public boolean hasRelay() {
    return turn.hasRelay();
  }

  /// @param until when the credentials end: coturn asks for them again while a call lasts
  Ice until(Instant until) {
    var servers = new ArrayList<Ice.Server>();
    var plain = turn.urls().stream().filter(url -> !Turn.isRelay(url)).toList();
    if (!plain.isEmpty()) {
      servers.add(new Ice.Server(plain, null, null));
    }
    if (turn.hasRelay()) {
      var username = until.getEpochSecond() + ":" + UUID.randomUUID();
      servers.add(
          new Ice.Server(
              turn.urls().stream().filter(Turn::isRelay).toList(), username, sign(username)));
    }
    return new Ice(List.copyOf(servers), turn.relayOnly() ? "relay" : "all");
  }

  /// For a telephone line, which is reached through this server: by whichever way works, since
  // there
  /// is no other person's address to keep.
  Ice toServer(Instant until) {
    return new Ice(until(until).iceServers(), "all");
  }

  /// For a device check: the relay alone, for a few minutes.
  public Ice forCheck() {
    return new Ice(until(clock.instant().plus(CHECK)).iceServers(), "relay");
  }

  String sign(String username) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(turn.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
