package org.saltwater.sessions.video;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.sockets.Door;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// Says "here" and goodbye, `/live/check`: whether a network lets a live connection through can be
/// tried days before an hour.
@Component
class CheckSocket extends TextWebSocketHandler {

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
    socket.sendMessage(new TextMessage("{\"type\":\"here\"}"));
    socket.close(CloseStatus.NORMAL);
  }

  /// Anyone who is signed in may try.
  @Component
  static class CheckDoor extends Door<SignedIn> {
    private final RateLimits limits;

    CheckDoor(SignIns signIns, RateLimits limits) {
      super(signIns, SignedIn.class);
      this.limits = limits;
    }

    @Override
    protected SignedIn enter(SignedIn me, UUID signIn, URI address) {
      limits.spend(RateLimit.CALL_SIGNAL, me.id().toString());
      return me;
    }
  }
}
