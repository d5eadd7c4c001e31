package org.saltwater.sessions.video;

import java.util.List;

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

  /// As Firefox 153 writes it, shortened: attributes in another order, the fingerprint once for
  // all.
  static final String FIREFOX =
      """
      v=0
      o=mozilla...THIS_IS_SDPARTA-99.0 2191915070809064989 0 IN IP4 0.0.0.0
      s=-
      t=0 0
      a=sendrecv
      a=fingerprint:sha-256 %s
      a=group:BUNDLE 0 1
      a=ice-options:trickle
      a=msid-semantic:WMS *
      m=audio 9 UDP/TLS/RTP/SAVPF 109 9 0 8 101
      c=IN IP4 0.0.0.0
      a=sendrecv
      a=extmap:2/recvonly urn:ietf:params:rtp-hdrext:csrc-audio-level
      a=extmap-allow-mixed
      a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1
      a=ice-pwd:026a22e0b16809b32bbdbc628948d0c6
      a=ice-ufrag:3587e4e1
      a=mid:0
      a=msid:{6af7b118-cfd2-4126-8889-cc78c709fe49} {73de1a9d-37af-4a16-b8f4-4c78e8c8037a}
      a=rtcp-mux
      a=rtpmap:109 opus/48000/2
      a=rtpmap:0 PCMU/8000
      a=rtpmap:8 PCMA/8000
      a=setup:actpass
      a=ssrc:3420519226 cname:{ff99d1ef-002c-4d8e-942a-cdbe4d68110d}
      m=video 9 UDP/TLS/RTP/SAVPF 120 124
      c=IN IP4 0.0.0.0
      a=sendrecv
      a=fmtp:120 max-fs=12288;max-fr=60
      a=fmtp:124 apt=120
      a=ice-pwd:026a22e0b16809b32bbdbc628948d0c6
      a=ice-ufrag:3587e4e1
      a=mid:1
      a=rtcp-mux
      a=rtcp-rsize
      a=rtpmap:120 VP8/90000
      a=rtpmap:124 rtx/90000
      a=setup:actpass
      a=ssrc-group:FID 4081970951 38757330
      """
          .formatted(print())
          .replace("\n", "\r\n");

  static final List<String> OF_FIREFOX =
      List.of(
          "candidate:0 1 UDP 2122187007 c70b4aee-813b-4e8d-8ed8-c364db57328f.local 59160 typ host",
          "candidate:2 2 TCP 2105458942 c70b4aee-813b-4e8d-8ed8-c364db57328f.local 9 typ host"
              + " tcptype active");

  private Sdp() {}

  private static String print() {
    return "AB".repeat(32).replaceAll("(..)(?=.)", "$1:");
  }
}
