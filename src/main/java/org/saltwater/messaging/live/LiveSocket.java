package org.saltwater.messaging.live;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Marks;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.MessagingProblem;
import org.saltwater.messaging.NewMessage;
import org.saltwater.messaging.Receipt;
import org.saltwater.messaging.sockets.Frames;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The socket of an open conversation. Frames are JSON objects, see [Said] and [Told].
@Component
class LiveSocket extends TextWebSocketHandler {
  private static final String CONNECTION = "connection";

  /// The longest message with every character escaped.
  private static final int LONGEST_FRAME = NewMessage.MOST_CHARACTERS * 6 + 200;

  private final LiveHandshake door;
  private final LiveHub hub;
  private final Conversations conversations;
  private final Messages messages;
  private final Marks marks;
  private final RateLimits limits;
  private final MessageSource bundles;
  private final JsonMapper json;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

  LiveSocket(
      LiveHandshake door,
      LiveHub hub,
      Conversations conversations,
      Messages messages,
      Marks marks,
      RateLimits limits,
      MessageSource bundles,
      JsonMapper json) {
    this.door = door;
    this.hub = hub;
    this.conversations = conversations;
    this.messages = messages;
    this.marks = marks;
    this.limits = limits;
    this.bundles = bundles;
    this.json = json;
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    var visit = door.visit(socket);
    var conversation = visit.entrance().conversation();
    var connection = new LiveConnection(socket, visit, conversations, messages, json, threads);
    socket.getAttributes().put(CONNECTION, connection);
    var other = marks.get(conversation.id(), conversation.other(visit.me().id()));
    connection.tell(new Told.Opened(conversation.last(), other.delivered(), other.read()));
    hub.join(connection);
    connection.catchUp();
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    var connection = connection(socket);
    if (connection != null) {
      hub.leave(connection);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage piece) {
    var connection = connection(socket);
    if (connection == null) {
      return;
    }
    try {
      var frame = Frames.whole(socket, piece, LONGEST_FRAME);
      if (frame == null) {
        return;
      }
      limits.spend(RateLimit.LIVE_FRAME, connection.person().toString());
      switch (json.readValue(frame, Said.class)) {
        case Said.Send send -> send(connection, send);
        case Said.Typing _ -> hub.tellOther(connection, new Told.Typing());
        case Said.Seen seen -> seen(connection, seen);
        case Said.Here _ -> connection.tell(new Told.Here());
      }
    } catch (JacksonException unreadable) {
      connection.close(CloseStatus.BAD_DATA);
    } catch (Refusal tooMany) {
      connection.close(CloseStatus.POLICY_VIOLATION);
    }
  }

  private void send(LiveConnection connection, Said.Send send) {
    connection.sending(send.key());
    try {
      limits.spend(RateLimit.MESSAGE, connection.person().toString());
      var message =
          new NewMessage(
              connection.conversation(),
              connection.person(),
              send.key(),
              new Redacted<>(send.text()));
      var _ =
          messages
              .append(message)
              .whenComplete((receipt, fault) -> answer(connection, send.key(), receipt, fault));
    } catch (Refusal refusal) {
      refuse(connection, send.key(), refusal);
    }
  }

  private void answer(
      LiveConnection connection, UUID key, @Nullable Receipt receipt, @Nullable Throwable fault) {
    if (receipt != null) {
      // A new one is told in its place among the others; one that had been stored before is told
      // now.
      if (receipt.repeated()) {
        connection.gaveUp(key);
        connection.tell(new Told.Stored(receipt.number(), key, receipt.at()));
      }
      return;
    }
    var cause = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
    refuse(
        connection,
        key,
        cause instanceof Refusal refusal ? refusal : new Refusal(GeneralProblem.UNEXPECTED));
  }

  private void refuse(LiveConnection connection, UUID key, Refusal refusal) {
    connection.gaveUp(key);
    var type = refusal.type();
    var words = new Words(bundles, Locale.ENGLISH);
    var again =
        type == MessagingProblem.MESSAGES_BUSY
            || type == GeneralProblem.STORE_UNAVAILABLE
            || type == GeneralProblem.TOO_MANY_REQUESTS;
    var field = refusal.fields().isEmpty() ? null : refusal.fields().getFirst();
    connection.tell(
        new Told.Refused(
            key,
            type.slug(),
            field == null
                ? words.say("problem." + type.slug() + ".detail")
                : words.say(field.messageKey(), field.arguments().toArray()),
            again));
  }

  private void seen(LiveConnection connection, Said.Seen seen) {
    var told = connection.sent();
    var mark = new Marks.Mark(Math.min(seen.delivered(), told), Math.min(seen.read(), told));
    marks.move(connection.conversation(), connection.person(), mark);
    hub.tellOther(connection, new Told.Seen(mark.delivered(), mark.read()));
  }

  private static @Nullable LiveConnection connection(WebSocketSession socket) {
    return (LiveConnection) socket.getAttributes().get(CONNECTION);
  }
}
