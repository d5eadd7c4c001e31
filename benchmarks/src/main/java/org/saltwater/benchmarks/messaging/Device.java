package org.saltwater.benchmarks.messaging;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One person's end of a conversation. It notes when its messages are acknowledged, and when the other's arrive.
final class Device implements WebSocket.Listener {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Tally tally;
  private final StringBuilder half = new StringBuilder();
  private long newest;
  private @Nullable WebSocket socket;

  private Device(Tally tally) {
    this.tally = tally;
  }

  static CompletableFuture<Device> connect(int port, String talk, String token, Tally tally) {
    var device = new Device(tally);
    return HTTP.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(URI.create("ws://localhost:" + port + "/live?conversation=" + talk), device)
        .thenApply(
            opened -> {
              device.socket = opened;
              return device;
            });
  }

  void send(String text) {
    var key = UUID.randomUUID();
    tally.sent(key);
    if (socket != null) {
      socket
          .sendText(
              "{\"type\":\"send\",\"key\":\"" + key + "\",\"text\":\"" + text + "\"}", true)
          .join();
    }
  }

  void close() {
    if (socket != null) {
      socket.abort();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    half.append(data);
    if (last) {
      hear(half.toString());
      half.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void hear(String frame) {
    if (frame.startsWith("{\"type\":\"stored\"")) {
      count(frame);
      tally.acknowledged(UUID.fromString(field(frame, "\"key\":\"", '"')));
    } else if (frame.startsWith("{\"type\":\"message\"")) {
      count(frame);
      tally.delivered(UUID.fromString(field(frame, "\"key\":\"", '"')));
    } else if (frame.startsWith("{\"type\":\"refused\"")) {
      tally.refused();
    }
  }

  private void count(String frame) {
    var number = Long.parseLong(field(frame, "\"number\":", ','));
    if (number != newest + 1) {
      tally.outOfOrder();
    }
    newest = number;
  }

  private static String field(String frame, String name, char end) {
    var from = frame.indexOf(name) + name.length();
    return frame.substring(from, frame.indexOf(end, from));
  }
}
