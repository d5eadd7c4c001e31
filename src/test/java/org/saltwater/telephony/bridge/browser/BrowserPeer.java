package org.saltwater.telephony.bridge.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.bridge.rtp.RtpPacket;

/// The browser's side of a call, without a browser: asks (RFC 8445), shakes hands (RFC 5764), says
/// one byte again and again in sealed packets, and notes when it hears another.
public final class BrowserPeer implements AutoCloseable {
  private static final ScheduledExecutorService BEAT =
      Executors.newScheduledThreadPool(
          2, task -> Thread.ofPlatform().daemon().name("peer-beat").unstarted(task));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern CANDIDATE =
      Pattern.compile("a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host");

  private final DatagramSocket socket;
  private final Certificate certificate = Certificate.make();
  private final Packets handshake = new Packets(this::send);
  private final byte says;
  private final byte hears;
  private final int ssrc = RANDOM.nextInt();
  private volatile @Nullable InetSocketAddress bridge;
  private volatile @Nullable Srtp srtp;
  private volatile long heardAt;
  private volatile int heard;
  private volatile String fingerprint = "";
  private boolean isShakingHands;
  private int spoken;

  public BrowserPeer(byte says, byte hears) throws IOException {
    this.says = says;
    this.hears = hears;
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("peer-ear").start(this::hearAll);
  }

  public String offer() {
    return """
    v=0
    o=- 1 1 IN IP4 0.0.0.0
    s=-
    t=0 0
    a=group:BUNDLE 0
    m=audio 9 UDP/TLS/RTP/SAVPF 0
    c=IN IP4 0.0.0.0
    a=mid:0
    a=sendrecv
    a=rtcp-mux
    a=ice-ufrag:peer
    a=ice-pwd:0123456789012345678901
    a=fingerprint:sha-256 %s
    a=setup:actpass
    a=rtpmap:0 PCMU/8000
    """
        .formatted(certificate.fingerprint())
        .replace("\n", "\r\n");
  }

  /// Goes to where the answer says, and speaks as soon as it may.
  public void accept(String answer) {
    var found = CANDIDATE.matcher(answer);
    if (!found.find()) {
      throw new IllegalArgumentException("no candidate");
    }
    fingerprint = value(answer, "fingerprint:sha-256 ");
    bridge = new InetSocketAddress(found.group(1), Integer.parseInt(found.group(2)));
    var asks = check(value(answer, "ice-ufrag"), value(answer, "ice-pwd"));
    var _ = BEAT.scheduleAtFixedRate(() -> sendQuietly(asks), 0, 2_500, TimeUnit.MILLISECONDS);
    var _ = BEAT.scheduleAtFixedRate(this::speak, 0, 20, TimeUnit.MILLISECONDS);
  }

  public boolean hasKeys() {
    return srtp != null;
  }

  /// When it first heard what it listens for, as [System#nanoTime]; 0 if never.
  public long heardAt() {
    return heardAt;
  }

  public int heard() {
    return heard;
  }

  @Override
  public void close() {
    handshake.close();
    socket.close();
  }

  private void shakeHands() {
    try {
      var client = new DtlsPeer(certificate, fingerprint, this::useKeys);
      new DTLSClientProtocol().connect(client, handshake);
    } catch (IOException refused) {
      return;
    }
  }

  /// The keys of RFC 5764 §4.2 with the sides changed, since [Srtp] is the server's.
  private void useKeys(byte[] material) {
    var turned = new byte[Srtp.MATERIAL];
    var salts = 2 * Srtp.KEY;
    System.arraycopy(material, Srtp.KEY, turned, 0, Srtp.KEY);
    System.arraycopy(material, 0, turned, Srtp.KEY, Srtp.KEY);
    System.arraycopy(material, salts + Srtp.SALT, turned, salts, Srtp.SALT);
    System.arraycopy(material, salts, turned, salts + Srtp.SALT, Srtp.SALT);
    try {
      srtp = new Srtp(turned, ssrc);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void speak() {
    var keys = srtp;
    if (socket.isClosed()) {
      throw new IllegalStateException("closed: no beat any more");
    }
    if (keys == null) {
      return;
    }
    var payload = new byte[RtpPacket.USUAL];
    Arrays.fill(payload, says);
    spoken++;
    try {
      send(
          keys.seal(
              new RtpPacket(0, spoken == 1, spoken & 0xFFFF, spoken * 160, ssrc, payload).bytes()));
    } catch (IOException | GeneralSecurityException closed) {
      return;
    }
  }

  private void hearAll() {
    var bytes = new byte[2_048];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        hear(Arrays.copyOf(bytes, packet.getLength()));
      } catch (SocketException closed) {
        return;
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void hear(byte[] bytes) throws GeneralSecurityException {
    var first = bytes[0] & 0xFF;
    var keys = srtp;
    if (first == 1 && !isShakingHands) {
      // Not before the way is known to be open, as browsers do.
      isShakingHands = true;
      Thread.ofVirtual().start(this::shakeHands);
    } else if (first >= 20 && first < 64) {
      handshake.arrive(bytes);
    } else if (first >= 128 && keys != null) {
      keys.open(bytes)
          .flatMap(opened -> RtpPacket.read(opened, opened.length))
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

  private void sendQuietly(byte[] bytes) {
    try {
      send(bytes);
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private void send(byte[] bytes) throws IOException {
    var to = bridge;
    if (to != null) {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }

  /// A check that chooses this way at once (RFC 8445 §8.1.1), signed with the answer's password.
  private static byte[] check(String name, String password) {
    var user = (name + ":peer").getBytes(UTF_8);
    var room = (user.length + 3) & ~3;
    var length = 4 + room + 4 + 4 + 20;
    var message = ByteBuffer.allocate(20 + length);
    var transaction = new byte[12];
    RANDOM.nextBytes(transaction);
    message.putShort((short) 1).putShort((short) length).putInt(0x2112A442).put(transaction);
    message.putShort((short) 0x0006).putShort((short) user.length).put(Arrays.copyOf(user, room));
    message.putShort((short) 0x0025).putShort((short) 0);
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(password.getBytes(UTF_8), "HmacSHA1"));
      mac.update(message.array(), 0, message.position());
      message.putShort((short) 0x0008).putShort((short) 20).put(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return message.array();
  }

  private static String value(String answer, String name) {
    return answer
        .lines()
        .filter(it -> it.startsWith("a=" + name))
        .findFirst()
        .orElseThrow()
        .substring(2 + name.length())
        .replaceFirst("^:", "")
        .strip();
  }
}
