package org.saltwater.sessions.video;

import org.jspecify.annotations.Nullable;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.messaging.sockets.Frames;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The socket of a room. Frames are JSON objects, see [Said] and [Told]; one that is not, or is too
/// long, or one too many, ends the connection of the device that sent it and nobody else's.
@Component
class CallSocket extends TextWebSocketHandler {
  private static final String CALLER = "caller";

  /// What is still to come of a refused message is not looked at: it would be taken for another
  // one.
  private static final String REFUSED = "refused";

  /// A description with every line end escaped, and what stands around it.
  private static final int LONGEST_FRAME = SessionDescription.LONGEST;

  private final CallDoor door;
  private final Switchboard switchboard;
  private final RateLimits limits;
  private final JsonMapper json;

  CallSocket(CallDoor door, Switchboard switchboard, RateLimits limits, JsonMapper json) {
    this.door = door;
    this.switchboard = switchboard;
    this.limits = limits;
    this.json = json;
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    socket.getAttributes().put(CALLER, switchboard.enter(socket, door.visit(socket)));
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    var caller = caller(socket);
    if (caller != null) {
      switchboard.leave(caller);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage piece) {
    var caller = caller(socket);
    if (caller == null || socket.getAttributes().containsKey(REFUSED)) {
      return;
    }
    try {
      var frame = Frames.whole(socket, piece, LONGEST_FRAME);
      if (frame != null) {
        limits.spend(RateLimit.CALL_SIGNAL, caller.person().toString());
        switchboard.hear(caller, json.readValue(frame, Said.class));
      }
    } catch (JacksonException unreadable) {
      refuse(socket, caller, CloseStatus.BAD_DATA);
    } catch (IllegalArgumentException noCall) {
      refuse(socket, caller, Caller.NO_CALL);
    } catch (Refusal refusal) {
      refuse(
          socket,
          caller,
          refusal.type() == GeneralProblem.TOO_LARGE
              ? CloseStatus.TOO_BIG_TO_PROCESS
              : CloseStatus.POLICY_VIOLATION);
    }
  }

  private static void refuse(WebSocketSession socket, Caller caller, CloseStatus why) {
    socket.getAttributes().put(REFUSED, why);
    caller.close(why);
  }

  private static @Nullable Caller caller(WebSocketSession socket) {
    return (Caller) socket.getAttributes().get(CALLER);
  }
}
