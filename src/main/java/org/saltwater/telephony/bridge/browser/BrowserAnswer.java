package org.saltwater.telephony.bridge.browser;

/// Our answer to a browser's offer (RFC 8829 §5.3): G.711 both ways, ICE-lite, one candidate. The
/// only address in it is the bridge's own.
final class BrowserAnswer {
  private BrowserAnswer() {}

  /// @param ssrc of the voice that carries the telephone
  static String write(
      BrowserOffer offer,
      IceLite ice,
      Certificate certificate,
      String address,
      int port,
      int ssrc) {
    var sound = offer.sound();
    var answer =
        new StringBuilder(
            """
            v=0
            o=- %d 1 IN IP4 0.0.0.0
            s=-
            t=0 0
            a=ice-lite
            a=group:BUNDLE %s
            a=msid-semantic: WMS phone
            """
                .formatted(ssrc & 0xFFFFFFFFL, sound.mid()));
    for (var medium : offer.media()) {
      answer.append(
          medium.isSound()
              ? accepted(medium, ice, certificate, address, port, ssrc)
              : refused(medium));
    }
    return answer.toString().replace("\n", "\r\n");
  }

  private static String accepted(
      BrowserOffer.Medium medium,
      IceLite ice,
      Certificate certificate,
      String address,
      int port,
      int ssrc) {
    var laws = (medium.types() + " ").contains(" 0 ");
    var both = laws && (medium.types() + " ").contains(" 8 ");
    var types = both ? "0 8" : laws ? "0" : "8";
    return """
    m=audio 9 %s %s
    c=IN IP4 0.0.0.0
    a=mid:%s
    a=sendrecv
    a=msid:phone phone
    a=rtcp-mux
    a=ice-ufrag:%s
    a=ice-pwd:%s
    a=fingerprint:sha-256 %s
    a=setup:passive
    %sa=ptime:20
    a=ssrc:%d cname:phone
    a=candidate:1 1 udp 2130706431 %s %d typ host
    a=end-of-candidates
    """
        .formatted(
            medium.protocol(),
            types,
            medium.mid(),
            ice.name(),
            ice.password(),
            certificate.fingerprint(),
            (laws ? "a=rtpmap:0 PCMU/8000\n" : "")
                + (both || !laws ? "a=rtpmap:8 PCMA/8000\n" : ""),
            ssrc & 0xFFFFFFFFL,
            address,
            port);
  }

  /// Port 0 says that this medium is not wanted (RFC 3264 §6).
  private static String refused(BrowserOffer.Medium medium) {
    return """
    m=%s 0 %s %s
    c=IN IP4 0.0.0.0
    a=mid:%s
    a=inactive
    """
        .formatted(medium.kind(), medium.protocol(), medium.firstType(), medium.mid());
  }
}
