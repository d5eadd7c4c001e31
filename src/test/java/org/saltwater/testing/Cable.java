package org.saltwater.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cable between the platform and its PostgreSQL, to pull and to put back.
public final class Cable implements AutoCloseable {
  private volatile int farPort;
  private final int nearPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket door;

  public Cable(int farPort) {
    this.farPort = farPort;
    this.door = open(0);
    this.nearPort = door.getLocalPort();
    accept();
  }

  public int port() {
    return nearPort;
  }

  /// From now on it leads elsewhere; what is open stays as it is.
  public void leadTo(int farPort) {
    this.farPort = farPort;
  }

  /// Every connection breaks, and new ones are refused.
  public void pull() {
    close();
  }

  public void putBack() {
    door = open(nearPort);
    accept();
  }

  @Override
  public void close() {
    quietly(door);
    open.forEach(Cable::quietly);
    open.clear();
  }

  private void accept() {
    var current = door;
    Thread.ofVirtual()
        .start(
            () -> {
              while (!current.isClosed()) {
                try {
                  var near = current.accept();
                  var far = new Socket(InetAddress.getLoopbackAddress(), farPort);
                  open.add(near);
                  open.add(far);
                  pass(near, far);
                  pass(far, near);
                } catch (IOException closed) {
                  // Pulled.
                }
              }
            });
  }

  private static void pass(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException closed) {
                // One end is gone, so the other goes too.
              }
            });
  }

  private static ServerSocket open(int port) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void quietly(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception gone) {
      // Gone already.
    }
  }
}
