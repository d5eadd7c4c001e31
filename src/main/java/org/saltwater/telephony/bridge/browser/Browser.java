package org.saltwater.telephony.bridge.browser;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.bridge.rtp.RtpPacket;
import org.saltwater.telephony.bridge.rtp.Voice;

/// One browser that talks with a telephone, over one port of ours. Nothing is sent to it before it
/// has shown the password of our answer, and nothing once it stops showing it (RFC 7675).
public final class Browser {
  private static final long CONSENT_MS = 30_000;

  private final DatagramSocket socket;
  private final Consumer<RtpPacket> onSound;
  private final IceLite ice = new IceLite();
  private final Certificate certificate;
  private final BrowserOffer offer;
  private final Voice voice = new Voice();
  private final Packets handshake = new Packets(this::send);
  private final AtomicBoolean isShakingHands = new AtomicBoolean();
  private final String answer;
  private volatile @Nullable InetSocketAddress where;
  private volatile @Nullable Srtp srtp;
  private volatile long consentAt;

  /// @param address where browsers reach us
  /// @param onSound hears what the browser says
  public Browser(
      DatagramSocket socket, String address, BrowserOffer offer, Consumer<RtpPacket> onSound)
      throws IOException {
    this.socket = socket;
    this.offer = offer;
    this.onSound = onSound;
    this.certificate = Certificate.make();
    this.answer =
        BrowserAnswer.write(offer, ice, certificate, address, socket.getLocalPort(), voice.ssrc());
    Thread.ofVirtual().name("browser").start(this::hearAll);
  }

  /// Makes and forgets a certificate and keys. The first of a process take most of a second, in
  /// which two who have just met would not hear each other.
  public static void warmUp() throws IOException {
    try {
      Certificate.make();
      var srtp = new Srtp(new byte[Srtp.MATERIAL], 1);
      srtp.seal(new RtpPacket(0, false, 1, 1, 1, new byte[RtpPacket.USUAL]).bytes());
      srtp.close();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  public String answer() {
    return answer;
  }

  /// A packet of the telephone's.
  public void carry(RtpPacket packet) {
    var keys = srtp;
    if (keys == null || !mayBeSpokenTo()) {
      return;
    }
    try {
      send(keys.seal(voice.carry(packet, packet.payload(), packet.type()).bytes()));
    } catch (IOException | GeneralSecurityException lost) {
      // As lost as a packet on its way.
      return;
    }
  }

  public void close() {
    handshake.close();
    socket.close();
    var keys = srtp;
    if (keys != null) {
      keys.close();
    }
  }

  private boolean mayBeSpokenTo() {
    return where != null && (System.nanoTime() - consentAt) / 1_000_000 < CONSENT_MS;
  }

  private void send(byte[] bytes) throws IOException {
    var to = where;
    if (to != null) {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }

  private void hearAll() {
    var bytes = new byte[2_048];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        hear(packet);
      } catch (SocketException closed) {
        if (socket.isClosed()) {
          return;
        }
      } catch (IOException | GeneralSecurityException | RuntimeException bad) {
        // One packet that nobody can read harms nothing.
        continue;
      }
    }
  }

  /// What kind of packet it is says its first byte (RFC 7983).
  private void hear(DatagramPacket packet) throws IOException, GeneralSecurityException {
    if (packet.getLength() == 0) {
      return;
    }
    var from = (InetSocketAddress) packet.getSocketAddress();
    var first = packet.getData()[0] & 0xFF;
    if (first < 4) {
      check(packet, from);
    } else if (from.equals(where)) {
      var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      if (first >= 20 && first < 64) {
        handshake.arrive(bytes);
        if (isShakingHands.compareAndSet(false, true)) {
          Thread.ofVirtual().name("dtls").start(this::shakeHands);
        }
      } else if (first >= 128 && first < 192) {
        sound(bytes);
      }
    }
  }

  private void check(DatagramPacket packet, InetSocketAddress from) throws IOException {
    var check = ice.answer(packet.getData(), packet.getLength(), from);
    if (check.isEmpty()) {
      return;
    }
    consentAt = System.nanoTime();
    if (check.get().isNominated() || where == null) {
      where = from;
    }
    var answered = check.get().answer();
    socket.send(new DatagramPacket(answered, answered.length, from));
  }

  private void sound(byte[] bytes) throws GeneralSecurityException {
    var keys = srtp;
    // Reports about the network (RTCP) share the port and are not ours to pass on (RFC 5761 §4).
    var isReport = bytes.length > 1 && (bytes[1] & 0xFF) >= 192 && (bytes[1] & 0xFF) <= 223;
    if (keys != null && !isReport) {
      keys.open(bytes)
          .flatMap(opened -> RtpPacket.read(opened, opened.length))
          .filter(RtpPacket::isSound)
          .ifPresent(onSound);
    }
  }

  private void shakeHands() {
    try {
      var server = new DtlsServer(certificate, offer, this::useKeys);
      var transport = new DTLSServerProtocol().accept(server, handshake);
      var unread = new byte[1_500];
      while (!socket.isClosed()) {
        // Repeated last messages of the handshake are answered in here.
        transport.receive(unread, 0, unread.length, 1_000);
      }
    } catch (IOException ended) {
      // Refused, or over; without keys nothing is said.
      return;
    }
  }

  private void useKeys(byte[] material) {
    try {
      srtp = new Srtp(material, voice.ssrc());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
