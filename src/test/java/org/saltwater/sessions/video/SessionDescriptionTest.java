package org.saltwater.sessions.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.telephony.bridge.browser.BrowserOffer;

@Tag("room")
class SessionDescriptionTest {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|[\\w-]+\\.local");

  @Test
  void whatABrowserOffersIsPassedOnButForWhatNobodyKnows() {
    var passedOn = SessionDescription.passedOn(Sdp.OFFER, false);
    assertThat(passedOn)
        .contains("m=audio 46154", Sdp.HOST, Sdp.REFLEXIVE, Sdp.RELAY, "a=rtpmap:96 VP8/90000")
        .doesNotContain("x-of-tomorrow");
    assertThat(SessionDescription.passedOn(passedOn, false)).isEqualTo(passedOn);
  }

  @Test
  void throughTheRelayAloneNoAddressIsPassedOnButTheRelays() {
    var passedOn = SessionDescription.passedOn(Sdp.OFFER, true);
    assertThat(ADDRESS.matcher(passedOn).results().map(MatchResult::group).distinct())
        .containsExactlyInAnyOrder("0.0.0.0", "198.51.100.9");
    assertThat(passedOn)
        .contains("typ relay raddr 0.0.0.0 rport 0")
        .doesNotContain("46154", "typ host", "typ srflx");
    for (var other : List.of(Sdp.HOST, Sdp.MDNS, Sdp.REFLEXIVE)) {
      assertThat(IceCandidate.passedOn(other, true)).isEmpty();
      assertThat(IceCandidate.passedOn(other, false)).contains(other);
    }
    assertThat(IceCandidate.passedOn(Sdp.RELAY, true).orElseThrow())
        .contains("198.51.100.9")
        .doesNotContain("203.0.113.77");
  }

  @Test
  void whatFirefoxOffersIsPassedOnAndATelephoneCanAnswerIt() {
    assertThat(SessionDescription.passedOn(Sdp.FIREFOX, false)).isEqualTo(Sdp.FIREFOX);
    assertThat(BrowserOffer.read(SessionDescription.passedOn(Sdp.FIREFOX, true)).hash())
        .isEqualTo("sha-256");
    for (var candidate : Sdp.OF_FIREFOX) {
      assertThat(IceCandidate.passedOn(candidate, false)).contains(candidate);
      assertThat(IceCandidate.passedOn(candidate, true)).isEmpty();
    }
  }

  @Test
  void anythingButPictureAndSoundUnderEncryptionIsRefused() {
    assertRefused("m=audio 46154 UDP/TLS/RTP/SAVPF 111 63", "m=application 9 UDP/DTLS/SCTP 5000");
    assertRefused("m=audio 46154 UDP/TLS/RTP/SAVPF 111 63", "m=audio 9 RTP/AVP 111");
    assertRefused("a=ice-options:trickle", "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:abc");
    assertRefused("a=fingerprint:sha-256 AB", "a=fingerprint:md5 AB");
    assertRefused("a=fingerprint:sha-256 ", "a=x-fingerprint:sha-256 ");
    assertRefused("v=0", "v=1");
    assertRefused("v=0\r\n", "");
    assertRefused("s=-", "i=a secret");
    assertRefused("typ host", "typ elsewhere");
    assertRefused("192.168.7.23 46154 typ host", "evil.example 46154 typ host");
    assertRefused("a=mid:0", "a=mid:0\u0000");
    assertRefused("a=mid:0", "not a line");
    assertRefused("a=rtcp-mux\r\n", "a=rtcp-mux\r\n".repeat(3_000));
    assertThatThrownBy(() -> SessionDescription.passedOn("", false)).hasMessageContaining("no des");
    assertThatThrownBy(() -> SessionDescription.passedOn("v=0\r\n", false))
        .hasMessageNotContaining("v=0");
  }

  /// Whatever is changed in it, a description is refused or carries no address but one that is
  // called a
  /// relay's.
  @Property(tries = 2_000)
  void noChangeSmugglesAnAddressThrough(
      @ForAll @IntRange(min = 0, max = 1_400) int at,
      @ForAll @IntRange(min = 0, max = 40) int cut,
      @ForAll("junk") String junk) {
    var from = Math.min(at, Sdp.OFFER.length());
    var changed =
        Sdp.OFFER.substring(0, from)
            + junk
            + Sdp.OFFER.substring(Math.min(Sdp.OFFER.length(), from + cut));
    try {
      assertThat(SessionDescription.passedOn(changed, true).lines())
          .filteredOn(line -> line.matches("(o=|c=|a=rtcp:|a=candidate).*"))
          .allMatch(
              line ->
                  line.endsWith("IN IP4 0.0.0.0")
                      || line.endsWith(" typ relay raddr 0.0.0.0 rport 0"));
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching("no candidate|no description of a call");
    }
  }

  @Provide
  Arbitrary<String> junk() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of(
            "\r\n", "\n", "a=", "c=IN IP4 203.0.113.77\r\n", "a=" + Sdp.REFLEXIVE + "\r\n"));
  }

  private static void assertRefused(String part, String with) {
    assertThat(Sdp.OFFER).contains(part);
    var forged = Sdp.OFFER.replace(part, with);
    assertThatThrownBy(() -> SessionDescription.passedOn(forged, false))
        .as(with)
        .isInstanceOf(IllegalArgumentException.class);
  }
}
