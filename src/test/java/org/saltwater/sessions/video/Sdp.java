package org.saltwater.sessions.video;

/// A description as Chromium writes it, shortened, with one candidate of each kind.
final class Sdp {
  static final String HOST =
      "candidate:1467250027 1 udp 2122260223 192.168.7.23 46154 typ host generation 0 ufrag EsAw"
          + " network-id 1 network-cost 10";
  static final String MDNS =
      "candidate:1467250028 1 udp 2122260222 5cf0a1a2-9cd1-4c3a-8d52-3b0f0a1b2c3d.local 46155 typ"
          + " host generation 0 ufrag EsAw network-cost 999";
  static final String REFLEXIVE =
      "candidate:842163049 1 udp 1677729535 203.0.113.77 46154 typ srflx raddr 192.168.7.23 rport"
          + " 46154 generation 0 ufrag EsAw";
  static final String RELAY =
      "candidate:3315577410 1 udp 41885439 198.51.100.9 50012 typ relay raddr 203.0.113.77 rport"
          + " 46154 generation 0 ufrag EsAw network-id 1";

  static final String OFFER =
      """
      v=0
      o=- 4611731400430051336 2 IN IP4 203.0.113.77
      s=-
      t=0 0
      a=group:BUNDLE 0 1
      a=extmap-allow-mixed
      a=msid-semantic: WMS 4a1e
      m=audio 46154 UDP/TLS/RTP/SAVPF 111 63
      c=IN IP4 203.0.113.77
      a=rtcp:9 IN IP4 203.0.113.77
      a=%s
      a=%s
      a=%s
      a=ice-ufrag:EsAw
      a=ice-pwd:bP+XJMM09aR8AiX1jdukzR6Y
      a=ice-options:trickle
      a=fingerprint:sha-256 %s
      a=setup:actpass
      a=mid:0
      a=sendrecv
      a=rtcp-mux
      a=rtpmap:111 opus/48000/2
      a=fmtp:111 minptime=10;useinbandfec=1
      a=rtpmap:63 red/48000/2
      a=ssrc:3570614608 cname:4TOk42mSjXCkVIa6
      m=video 9 UDP/TLS/RTP/SAVPF 96
      c=IN IP4 0.0.0.0
      a=ice-ufrag:EsAw
      a=ice-pwd:bP+XJMM09aR8AiX1jdukzR6Y
      a=fingerprint:sha-256 %s
      a=setup:actpass
      a=mid:1
      a=sendrecv
      a=x-of-tomorrow:203.0.113.77
      a=rtcp-mux
      a=rtpmap:96 VP8/90000
      a=rtcp-fb:96 goog-remb
      """
          .formatted(HOST, REFLEXIVE, RELAY, print(), print())
          .replace("\n", "\r\n");

  private Sdp() {}

  private static String print() {
    return "AB".repeat(32).replaceAll("(..)(?=.)", "$1:");
  }
}
