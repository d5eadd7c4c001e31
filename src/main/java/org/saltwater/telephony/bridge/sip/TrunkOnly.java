package org.saltwater.telephony.bridge.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Set;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Lets the SIP library hear the trunk and nobody else. What comes from another address is
/// dropped before it is read as SIP, so a stranger can neither begin a call nor try the parser;
/// silence also tells a scanner nothing.
public final class TrunkOnly implements NetworkLayer {
  private static volatile Set<InetAddress> trunk = Set.of();

  private final DefaultNetworkLayer layer = DefaultNetworkLayer.SINGLETON;

  /// The library makes this object by itself and can be told nothing, so the addresses stand here.
  static void admit(Set<InetAddress> addresses) {
    trunk = Set.copyOf(addresses);
  }

  static boolean isTrunk(InetAddress address) {
    return trunk.contains(address);
  }

  @Override
  public DatagramSocket createDatagramSocket() throws SocketException {
    return new Filtered(new InetSocketAddress(0));
  }

  @Override
  public DatagramSocket createDatagramSocket(int port, InetAddress address) throws SocketException {
    return new Filtered(new InetSocketAddress(address, port));
  }

  private static final class Filtered extends DatagramSocket {
    Filtered(SocketAddress address) throws SocketException {
      super(address);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
      var room = packet.getLength();
      do {
        packet.setLength(room);
        super.receive(packet);
      } while (!isTrunk(packet.getAddress()));
    }
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return layer.createServerSocket(port, backlog, address);
  }

  @Override
  public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return layer.createSSLServerSocket(port, backlog, address);
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return layer.createSocket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress own) throws IOException {
    return layer.createSocket(address, port, own);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress own, int ownPort)
      throws IOException {
    return layer.createSocket(address, port, own, ownPort);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
    return layer.createSSLSocket(address, port);
  }

  @Override
  public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress own)
      throws IOException {
    return layer.createSSLSocket(address, port, own);
  }

  @Override
  public void setSipStack(SipStackImpl stack) {}
}
