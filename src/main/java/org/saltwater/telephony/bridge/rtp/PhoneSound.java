package org.saltwater.telephony.bridge.rtp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sound to and from one telephone, over one port. Packets count only from the address that the
/// trunk named for this call; its port may differ behind NAT, and the first that speaks keeps it.
public final class PhoneSound {
  private static final long SPEAKS_MS = 200;

  private final DatagramSocket socket;
  private final Voice voice = new Voice();
  private final Keys keys = new Keys();
  private final Consumer<RtpPacket> onSound;
  private final Consumer<Character> onKey;
  private volatile @Nullable Target target;
  private volatile @Nullable InetSocketAddress spoke;
  private volatile long heardAt = System.nanoTime();
  private volatile long carriedAt = System.nanoTime();
  private volatile boolean hasHeard;

  /// @param onSound hears what the telephone says
  /// @param onKey hears what is pressed
  public PhoneSound(DatagramSocket socket, Consumer<RtpPacket> onSound, Consumer<Character> onKey) {
    this.socket = socket;
    this.onSound = onSound;
    this.onKey = onKey;
    Thread.ofVirtual().name("phone-sound").start(this::hearAll);
  }

  /// Where the telephone is heard, and what it speaks.
  ///
  /// @param keys the payload type of pressed keys, or -1
  public record Target(InetAddress address, int port, int law, int keys, boolean speaks) {
    @Override
    public String toString() {
      return "Target[redacted]";
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void turnTo(Target newTarget) {
    if (target == null) {
      heardAt = System.nanoTime();
    }
    target = newTarget;
    spoke = null;
  }

  /// Since when nothing was heard, in milliseconds; 0 as long as the telephone is on hold, where it
  /// may be silent.
  public long silentMs() {
    var now = target;
    return now == null || !now.speaks() ? 0 : (System.nanoTime() - heardAt) / 1_000_000;
  }

  public boolean hasHeard() {
    return hasHeard;
  }

  /// A browser's packet.
  public void carry(RtpPacket packet) {
    var to = target;
    if (to == null || !packet.isSound()) {
      return;
    }
    carriedAt = System.nanoTime();
    send(
        voice.carry(packet, G711.convert(packet.payload(), packet.type(), to.law()), to.law()), to);
  }

  /// Sound of our own, in µ-law.
  public void say(byte[] sound) {
    var to = target;
    if (to != null) {
      send(voice.say(G711.convert(sound, RtpPacket.PCMU, to.law()), to.law()), to);
    }
  }

  /// Keeps the line alive while nobody speaks: some trunks end a call that is silent.
  public void sayNothing() {
    if (System.nanoTime() - carriedAt > SPEAKS_MS * 1_000_000) {
      say(Prompt.silence());
    }
  }

  public void close() {
    socket.close();
  }

  private void send(RtpPacket packet, Target to) {
    var bytes = packet.bytes();
    var where = spoke == null ? new InetSocketAddress(to.address(), to.port()) : spoke;
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, where));
    } catch (IOException lost) {
      // Like any packet on its way; a telephone that is gone is noticed by its silence.
      return;
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
      } catch (IOException | RuntimeException bad) {
        // One packet that nobody can read harms nothing.
        continue;
      }
    }
  }

  private void hear(DatagramPacket datagram) {
    var from = (InetSocketAddress) datagram.getSocketAddress();
    var to = target;
    if (to == null || !from.getAddress().equals(to.address())) {
      return;
    }
    var known = spoke;
    if (known != null && !known.equals(from)) {
      return;
    }
    RtpPacket.read(datagram.getData(), datagram.getLength())
        .ifPresent(
            packet -> {
              spoke = from;
              heardAt = System.nanoTime();
              hasHeard = true;
              if (packet.type() == to.keys()) {
                keys.read(packet).ifPresent(onKey);
              } else if (packet.isSound()) {
                onSound.accept(packet);
              }
            });
  }
}
