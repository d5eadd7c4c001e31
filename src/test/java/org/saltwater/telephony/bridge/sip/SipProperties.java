package org.saltwater.telephony.bridge.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("room")
class SipProperties {
  /// The example of RFC 2617 §3.5.
  @Test
  void signsAsTheStandardsExampleDoes() {
    var digest =
        Digest.of(
                "MD5", "testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", "auth,auth-int")
            .orElseThrow();
    assertThat(digest.answer("Mufasa", "Circle Of Life", "GET", "/dir/index.html", "0a4f113b"))
        .isEqualTo("6629fae49393a05397450978507c4ef1");
  }

  /// The example of RFC 7616 §3.9.1, whose algorithm RFC 8760 brings to SIP.
  @Test
  void signsWithSha256AsTheStandardsExampleDoes() {
    var digest =
        Digest.of(
                "SHA-256",
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "auth, auth-int")
            .orElseThrow();
    assertThat(
            digest.answer(
                "Mufasa",
                "Circle of Life",
                "GET",
                "/dir/index.html",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    assertThat(digest.strength())
        .isGreaterThan(Digest.of(null, "r", "n", null).orElseThrow().strength());
    assertThat(Digest.of("AKAv1-MD5", "r", "n", null)).isEmpty();
  }

  @Property(tries = 500)
  void whatEverStandsInADescriptionIsReadOrPassedOver(@ForAll byte[] bytes) {
    assertThat(PhoneDescription.read(bytes)).isNotNull();
  }

  @Property(tries = 500)
  void aDescriptionWithAFaultIsReadOrPassedOver(@ForAll int at, @ForAll byte fault) {
    var sdp = PhoneDescription.write("127.0.0.1", 40_000, -1, -1);
    sdp[Math.floorMod(at, sdp.length)] = fault;
    assertThat(PhoneDescription.read(sdp)).isNotNull();
  }

  @Test
  void aTelephoneOnHoldMayBeSilent() {
    var sdp = new String(PhoneDescription.write("127.0.0.1", 40_000, 8, 96), US_ASCII);
    var target = PhoneDescription.read(sdp.getBytes(US_ASCII)).orElseThrow();
    assertThat(target.law()).isEqualTo(8);
    assertThat(target.keys()).isEqualTo(96);
    assertThat(target.speaks()).isTrue();
    var held = sdp.replace("a=sendrecv", "a=inactive").getBytes(US_ASCII);
    assertThat(PhoneDescription.read(held).orElseThrow().speaks()).isFalse();
    assertThat(target.toString()).doesNotContain("127.0.0.1");
  }
}
