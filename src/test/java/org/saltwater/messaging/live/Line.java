package org.saltwater.messaging.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.saltwater.messaging.ConversationId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A device on the socket, without a browser around it.
public final class Line implements WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
  public final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder half = new StringBuilder();
  private @Nullable WebSocket socket;

  public static CompletableFuture<Line> open(
      int port, ConversationId talk, String token, long after, String... headers) {
    return at(port, "/live?conversation=%s&after=%d".formatted(talk, after), token, headers);
  }

  /// Any socket of the platform.
  public static CompletableFuture<Line> at(int port, String path, String token, String... headers) {
    var line = new Line();
    var building = HTTP.newWebSocketBuilder().header("Authorization", "Bearer " + token);
    for (var i = 0; i < headers.length; i += 2) {
      building.header(headers[i], headers[i + 1]);
    }
    return building
        .buildAsync(URI.create("ws://localhost:" + port + path), line)
        .thenApply(
            opened -> {
              line.socket = opened;
              return line;
            });
  }

  public void say(String frame) {
    if (socket != null) {
      socket.sendText(frame, true).join();
    }
  }

  public void send(UUID key, String text) {
    say(
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("type", "send")
                .put("key", key.toString())
                .put("text", text)));
  }

  /// Breaks off without a word, as a phone in a tunnel does.
  public void drop() {
    if (socket != null) {
      socket.abort();
    }
  }

  /// The next frame of a type; others are passed over.
  public JsonNode hear(String type) {
    try {
      while (true) {
        var frame = heard.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
          throw new AssertionError("heard no " + type);
        }
        if (frame.get("type").asString().equals(type)) {
          return frame;
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The next frame, whatever it is.
  public JsonNode hearAny() {
    try {
      var frame = heard.poll(10, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("heard nothing");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    half.append(data);
    if (last) {
      heard.add(JSON.readTree(half.toString()));
      half.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    closed.completeExceptionally(fault);
  }
}
