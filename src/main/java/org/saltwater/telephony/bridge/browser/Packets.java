package org.saltwater.telephony.bridge.browser;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;

/// Hands the handshake its packets, which share a port with everything else (RFC 7983).
final class Packets implements DatagramTransport {
  private static final int MOST_WAITING = 64;

  private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Sender sender;
  private volatile boolean isClosed;

  interface Sender {
    void send(byte[] bytes) throws IOException;
  }

  Packets(Sender sender) {
    this.sender = sender;
  }

  /// More than can wait are lost, as on any network.
  void arrive(byte[] packet) {
    var _ = arrived.offer(packet);
  }

  @Override
  public int getReceiveLimit() {
    return 1_500;
  }

  @Override
  public int getSendLimit() {
    return 1_200;
  }

  @Override
  public int receive(byte[] into, int offset, int length, int waitMillis) throws IOException {
    if (isClosed) {
      throw new IOException("closed");
    }
    try {
      var packet = arrived.poll(waitMillis, TimeUnit.MILLISECONDS);
      if (packet == null) {
        return -1;
      }
      var size = Math.min(length, packet.length);
      System.arraycopy(packet, 0, into, offset, size);
      return size;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    var packet = new byte[length];
    System.arraycopy(bytes, offset, packet, 0, length);
    sender.send(packet);
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
