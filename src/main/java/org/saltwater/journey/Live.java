package org.saltwater.journey;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's open line to a conversation.
final class Live implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_SECONDS = 10;

  private final LinkedBlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  private Live(Api person, UUID conversation, long after) {
    var server = person.server();
    var scheme = "https".equals(server.getScheme()) ? "wss" : "ws";
    var address =
        URI.create(
            scheme
                + "://"
                + server.getRawAuthority()
                + "/live?conversation="
                + conversation
                + "&after="
                + after);
    var builder = person.http().newWebSocketBuilder();
    person.headers().forEach(builder::header);
    builder.header("Origin", server.getScheme() + "://" + server.getRawAuthority());
    try {
      this.socket =
          builder
              .buildAsync(address, new Ear())
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join();
    } catch (CompletionException refused) {
      throw new Surprise("an open line to the conversation", "it was refused");
    }
  }

  /// @param after the last number the person has
  static Live open(Api person, UUID conversation, long after) {
    var line = new Live(person, conversation, after);
    line.await("opened");
    return line;
  }

  /// Sends a message.
  ///
  /// @return its number, once it is on the server's disk
  long send(UUID key, String text) {
    say(JSON.createObjectNode().put("type", "send").put("key", key.toString()).put("text", text));
    return await("stored").path("number").asLong();
  }

  /// Waits for the other's next message.
  ///
  /// @return its number
  long awaitMessage(String text) {
    var frame = await("message");
    Surprise.unless(
        frame.path("text").asString("").equals(text), "the message as it was sent", "another came");
    return frame.path("number").asLong();
  }

  /// Says that this person is writing.
  void type() {
    say(JSON.createObjectNode().put("type", "typing"));
  }

  void awaitTyping() {
    await("typing");
  }

  /// Says that this person has read up to a number.
  void haveRead(long number) {
    say(JSON.createObjectNode().put("type", "seen").put("delivered", number).put("read", number));
  }

  /// Waits until the other has read up to a number.
  void awaitReadUpTo(long number) {
    while (await("seen").path("read").asLong() < number) {
      // An earlier mark.
    }
  }

  /// Whether the server closes the line within a time.
  boolean isClosedWithin(Duration time) {
    try {
      var end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        var frame = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (frame != null && frame.path("type").asString("").equals("closed")) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private void say(JsonNode frame) {
    socket.sendText(frame.toString(), true).join();
  }

  private JsonNode await(String type) {
    try {
      var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (System.nanoTime() < end) {
        var frame = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        var came = frame == null ? "" : frame.path("type").asString("");
        if (frame != null && came.equals(type)) {
          return frame;
        }
        Surprise.unless(
            !came.equals("refused") && !came.equals("closed"),
            "“" + type + "” on the line",
            "it was " + came);
      }
      throw new Surprise(
          "“" + type + "” on the line", "nothing came in " + PATIENCE_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Surprise("“" + type + "” on the line", "the journey was stopped");
    }
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder half = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence piece, boolean last) {
      half.append(piece);
      if (last) {
        told.add(JSON.readTree(half.toString()));
        half.setLength(0);
      }
      line.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
      told.add(JSON.createObjectNode().put("type", "closed"));
      return null;
    }

    @Override
    public void onError(WebSocket line, Throwable fault) {
      told.add(JSON.createObjectNode().put("type", "closed"));
    }
  }
}
