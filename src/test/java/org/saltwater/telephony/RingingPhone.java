package org.saltwater.telephony;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.saltwater.telephony.bridge.rtp.RtpPacket;

/// One telephone behind a [ScriptedTrunk]. What it says is one byte again and again, so that
// whoever
/// hears it knows whom they hear.
public final class RingingPhone implements AutoCloseable {
  private static final ScheduledExecutorService BEAT =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().daemon().name("phone-beat").unstarted(task));

  private final ScriptedTrunk trunk;
  private final String invitation;
  private final InetSocketAddress from;
  private final InetSocketAddress bridge;
  private final DatagramSocket sound;
  private final AtomicInteger spoken = new AtomicInteger();
  private volatile long heardAt;
  private volatile byte hears = 1;
  private volatile int heard;

  RingingPhone(ScriptedTrunk trunk, String invitation, InetSocketAddress from, int port)
      throws IOException {
    this.trunk = trunk;
    this.invitation = invitation;
    this.from = from;
    this.bridge = new InetSocketAddress(Telephone.HERE, port);
    this.sound = new DatagramSocket(0, Telephone.HERE);
    Thread.ofPlatform().daemon().name("phone-ear").start(this::hearAll);
  }

  /// The first words of whoever calls.
  public String invitation() {
    return invitation;
  }

  /// Is picked up and speaks at once.
  ///
  /// @param says the byte it says
  /// @param listensFor the byte it waits for
  public void answer(byte says, byte listensFor) throws IOException {
    hears = listensFor;
    var sdp =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
            + sound.getLocalPort()
            + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
    trunk.say(
        invitation,
        from,
        "200 OK",
        "Contact: <sip:phone@127.0.0.1:%d>\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(trunk.port(), sdp.length(), sdp));
    var payload = new byte[RtpPacket.USUAL];
    Arrays.fill(payload, says);
    BEAT.scheduleAtFixedRate(() -> speak(payload), 0, 20, TimeUnit.MILLISECONDS);
  }

  /// When it first heard what it listens for, as [System#nanoTime]; 0 if never.
  public long heardAt() {
    return heardAt;
  }

  /// How many packets of it.
  public int heard() {
    return heard;
  }

  /// Where its sound comes from and goes to, for a test that throws things.
  public int port() {
    return sound.getLocalPort();
  }

  public InetSocketAddress bridge() {
    return bridge;
  }

  /// Sends from its own place what is no sound.
  public void throwAt(byte[] bytes) throws IOException {
    sound.send(new DatagramPacket(bytes, bytes.length, bridge));
  }

  /// Hangs up.
  public void hangUp() throws IOException {
    var request =
        new StringBuilder("BYE " + header("Contact").replaceAll(".*<|>.*", "") + " SIP/2.0\r\n");
    request.append(
        "Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKbye%d\r\n".formatted(trunk.port(), port()));
    request.append("Max-Forwards: 70\r\n");
    request.append("From: " + header("To") + ";tag=phone\r\n");
    request.append("To: " + header("From") + "\r\n");
    request.append("Call-ID: " + header("Call-ID") + "\r\n");
    request.append("CSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n");
    trunk.tell(request.toString(), from);
    close();
  }

  void giveUp() throws IOException {
    trunk.say(invitation, from, "487 Request Terminated", "");
    close();
  }

  @Override
  public void close() {
    sound.close();
  }

  private String header(String name) {
    return invitation
        .lines()
        .filter(it -> it.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1)
        .strip();
  }

  private void speak(byte[] payload) {
    if (sound.isClosed()) {
      throw new IllegalStateException("closed: no beat any more");
    }
    var at = spoken.incrementAndGet();
    var bytes = new RtpPacket(0, at == 1, at & 0xFFFF, at * 160, port(), payload).bytes();
    try {
      sound.send(new DatagramPacket(bytes, bytes.length, bridge));
    } catch (IOException closed) {
      return;
    }
  }

  private void hearAll() {
    var bytes = new byte[2_048];
    while (!sound.isClosed()) {
      var packet = new DatagramPacket(bytes, bytes.length);
      try {
        sound.receive(packet);
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      RtpPacket.read(bytes, packet.getLength())
          .filter(it -> it.payload().length > 0 && it.payload()[0] == hears)
          .ifPresent(
              _ -> {
                heard++;
                if (heardAt == 0) {
                  heardAt = System.nanoTime();
                }
              });
    }
  }
}
