package org.saltwater.telephony.bridge.rtp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/// UDP ports for sound, taken in turn, so that one just given back is not at once another's.
public final class Ports {
  private final InetAddress address;
  private final int first;
  private final int count;
  private int next;

  public Ports(InetAddress address, int first, int last) {
    this.address = address;
    this.first = first;
    this.count = Math.max(1, last - first + 1);
  }

  /// @throws IOException if none is free
  public synchronized DatagramSocket open() throws IOException {
    for (var tried = 0; tried < count; tried++) {
      var port = first + next;
      next = (next + 1) % count;
      try {
        return new DatagramSocket(new InetSocketAddress(address, port));
      } catch (SocketException taken) {
        continue;
      }
    }
    throw new IOException("no free port for sound");
  }
}
