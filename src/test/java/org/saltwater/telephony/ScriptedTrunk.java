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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A trunk and the telephones behind it, written out so that a test decides each word of it (RFC
/// 3261). Telephones ring until they are answered, and speak and are heard in G.711.
public final class ScriptedTrunk implements AutoCloseable {
  private static final Pattern METHOD = Pattern.compile("^([A-Z]+) (\\S+) SIP/2\\.0");
  private static final Pattern CALL = Pattern.compile("(?mi)^Call-ID: *(\\S+)");
  private static final Pattern PORT = Pattern.compile("(?m)^m=audio (\\d+)");

  private final DatagramSocket socket;
  private final Map<String, RingingPhone> phones = new ConcurrentHashMap<>();
  private final List<RingingPhone> inOrder = new CopyOnWriteArrayList<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private volatile Predicate<String> ignores = _ -> false;

  private final Map<String, Answering> answers = new ConcurrentHashMap<>();

  /// What a test says to requests of one kind.
  public interface Answering {
    Said answer(String request);
  }

  /// @param more header lines, each with its end
  public record Said(String status, String more) {}

  public ScriptedTrunk() throws IOException {
    socket = new DatagramSocket(0, Telephone.HERE);
    Thread.ofPlatform().daemon().name("scripted-trunk").start(this::hearAll);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Says nothing to requests of this kind from now on.
  public void ignores(Predicate<String> method) {
    ignores = method;
  }

  /// From now on requests of this kind are answered by the test.
  public void answers(String method, Answering answering) {
    answers.put(method, answering);
  }

  /// All that were called, in their order.
  public List<RingingPhone> phones() {
    return inOrder;
  }

  /// The requests that came, whole.
  public List<String> received() {
    return received;
  }

  public long count(String method) {
    return received.stream().filter(it -> it.startsWith(method + " ")).count();
  }

  @Override
  public void close() {
    inOrder.forEach(RingingPhone::close);
    socket.close();
  }

  private void hearAll() {
    var bytes = new byte[16_000];
    while (!socket.isClosed()) {
      var packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        var text = new String(bytes, 0, packet.getLength(), US_ASCII);
        hear(text, (InetSocketAddress) packet.getSocketAddress());
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void hear(String text, InetSocketAddress from) throws IOException {
    var found = METHOD.matcher(text);
    if (!found.find()) {
      return;
    }
    var method = found.group(1);
    received.add(text);
    if (ignores.test(method)) {
      return;
    }
    var answering = answers.get(method);
    if (answering != null) {
      var said = answering.answer(text);
      say(text, from, said.status(), said.more() + "Content-Length: 0\r\n\r\n");
      return;
    }
    var id = first(CALL, text);
    switch (method) {
      case "INVITE" -> {
        if (!phones.containsKey(id)) {
          var sound = Integer.parseInt(first(PORT, text));
          var phone = new RingingPhone(this, text, from, sound);
          phones.put(id, phone);
          inOrder.add(phone);
        }
        say(text, from, "180 Ringing", "");
      }
      case "ACK" -> {}
      case "CANCEL" -> {
        say(text, from, "200 OK", "");
        phones.get(id).giveUp();
      }
      case "BYE" -> {
        say(text, from, "200 OK", "");
        phones.get(id).close();
      }
      default -> say(text, from, "200 OK", "");
    }
  }

  /// An answer to a request.
  ///
  /// @param more header lines of its own, a blank line and a body; or nothing
  void say(String request, InetSocketAddress to, String status, String more) throws IOException {
    var answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
    for (var line : request.split("\r\n")) {
      if (line.matches("(?i)(via|from|call-id|cseq):.*")) {
        answer.append(line).append("\r\n");
      } else if (line.matches("(?i)to:.*")) {
        answer.append(line).append(line.contains("tag=") ? "" : ";tag=phone").append("\r\n");
      }
    }
    answer.append(more.isEmpty() ? "Content-Length: 0\r\n\r\n" : more);
    tell(answer.toString(), to);
  }

  void tell(String text, InetSocketAddress to) throws IOException {
    var bytes = text.getBytes(US_ASCII);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
