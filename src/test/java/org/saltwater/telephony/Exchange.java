package org.saltwater.telephony;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// A trunk with several real telephones behind it: hands each message of a call to the one whose
/// number was dialled. What telephones say goes to the caller directly (RFC 3261 §18.2.2).
final class Exchange implements AutoCloseable {
  private static final Pattern DIALLED = Pattern.compile("^INVITE sip:(\\+\\d+)@");
  private static final Pattern CALL = Pattern.compile("(?mi)^Call-ID: *(\\S+)");

  private final DatagramSocket socket;
  private final Map<String, Telephone> numbers;
  private final Map<String, Telephone> calls = new ConcurrentHashMap<>();
  private final List<String> invitations = new CopyOnWriteArrayList<>();

  /// @param numbers whose telephone rings for which
  Exchange(Map<String, Telephone> numbers) throws IOException {
    this.numbers = Map.copyOf(numbers);
    this.socket = new DatagramSocket(0, Telephone.HERE);
    Thread.ofPlatform().daemon().name("exchange").start(this::hearAll);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// What was said to begin each call, whole and in order.
  List<String> invitations() {
    return invitations;
  }

  @Override
  public void close() {
    socket.close();
  }

  private void hearAll() {
    var bytes = new byte[16_000];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        hear(packet, new String(bytes, 0, packet.getLength(), US_ASCII));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void hear(DatagramPacket packet, String text) throws IOException {
    var id = CALL.matcher(text);
    if (!id.find()) {
      return;
    }
    var dialled = DIALLED.matcher(text);
    if (dialled.find()) {
      invitations.add(text);
      calls.put(id.group(1), numbers.get(dialled.group(1)));
    }
    var telephone = calls.get(id.group(1));
    if (telephone != null) {
      packet.setSocketAddress(new InetSocketAddress(Telephone.HERE, telephone.port()));
      socket.send(packet);
    } else if (text.startsWith("OPTIONS ")) {
      var answer = "SIP/2.0 200 OK\r\n" + headers(text) + "Content-Length: 0\r\n\r\n";
      var said = answer.getBytes(US_ASCII);
      socket.send(new DatagramPacket(said, said.length, packet.getSocketAddress()));
    }
  }

  private static String headers(String request) {
    var kept = new StringBuilder();
    for (var line : request.split("\r\n")) {
      if (line.matches("(?i)(via|from|to|call-id|cseq):.*")) {
        kept.append(line).append(line.matches("(?i)to:.*") ? ";tag=trunk" : "").append("\r\n");
      }
    }
    return kept.toString();
  }
}
