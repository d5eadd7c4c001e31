package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.TestClock;

@Tag("room")
class TurnTest {
  private static final List<String> URLS =
      List.of("stun:turn.care.example:3478", "turn:turn.care.example:3478?transport=tcp");

  @Test
  void theCredentialsAreWhatCoturnExpectsAndEndWithTheHour() {
    var clock = new TestClock();
    var ice = new IceServers(new Turn(URLS, "north", true), clock);
    var until = clock.instant().plus(Duration.ofHours(2));
    var servers = ice.until(until).iceServers();

    assertThat(servers.getFirst().credential()).as("asking where one is needs none").isNull();
    var relay = servers.getLast();
    assertThat(relay.urls()).containsExactly("turn:turn.care.example:3478?transport=tcp");
    assertThat(relay.username()).matches(until.getEpochSecond() + ":[0-9a-f-]{36}");
    assertThat(ice.until(until).iceServers().getLast().username())
        .as("nobody is known again by it")
        .isNotEqualTo(relay.username());
    assertThat(ice.until(until).iceTransportPolicy()).isEqualTo("relay");
    assertThat(relay.toString()).doesNotContain(String.valueOf(relay.credential()));
  }

  /// printf %s '1795420800:opaque' | openssl dgst -sha1 -hmac north -binary | base64
  @Test
  void thePasswordIsTheNamesHmac() {
    assertThat(
            new IceServers(new Turn(URLS, "north", false), new TestClock())
                .sign("1795420800:opaque"))
        .isEqualTo("tGSe35ue12+ONXGbh9HKwivqarc=");
  }

  @Test
  void settingsThatDoNotGoTogetherAreRefusedWithoutSayingTheSecret() {
    assertRefused(URLS, "", false);
    assertRefused(List.of(), "north", false);
    assertRefused(List.of("stun:turn.care.example"), "", true);
    assertRefused(List.of("https://turn.care.example"), "north", false);
    assertThat(new Turn(URLS, "north", true).toString()).doesNotContain("north");
    assertThat(new Turn(List.of(), "", false).hasRelay()).isFalse();
  }

  private static void assertRefused(List<String> urls, String secret, boolean relayOnly) {
    assertThatThrownBy(() -> new Turn(urls, secret, relayOnly))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("north");
  }
}
