package org.saltwater.messaging.live;

import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Lets a device in that is signed in, may read the conversation, and may write in it:
/// `/live?conversation=…&after=N`.
@Component
class LiveHandshake implements HandshakeInterceptor {
  /// A phone, a laptop, a few tabs.
  private static final int MOST_SOCKETS = 12;

  private final Conversations conversations;
  private final SignIns signIns;
  private final LiveHub hub;

  LiveHandshake(Conversations conversations, SignIns signIns, LiveHub hub) {
    this.conversations = conversations;
    this.signIns = signIns;
    this.hub = hub;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var me = signedIn(request.getPrincipal());
    var signIn = signIns.current(((ServletServerHttpRequest) request).getServletRequest());
    if (me == null || signIn == null) {
      return refuse(response, HttpStatus.UNAUTHORIZED);
    }
    if (hub.countOf(me.id()) >= MOST_SOCKETS) {
      return refuse(response, HttpStatus.TOO_MANY_REQUESTS);
    }
    try {
      var asked = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
      var id = ConversationId.of(String.valueOf(asked.getFirst("conversation")));
      var after = asked.getFirst("after");
      var entrance = conversations.enter(me, id);
      if (!entrance.mayWrite()) {
        return refuse(response, HttpStatus.CONFLICT);
      }
      var has = after == null ? 0 : Long.parseLong(after);
      attributes.put(
          LiveVisit.ATTRIBUTE,
          new LiveVisit(me, signIn, entrance, Math.clamp(has, 0, entrance.conversation().last())));
      return true;
    } catch (IllegalArgumentException e) {
      return refuse(response, HttpStatus.BAD_REQUEST);
    } catch (Refusal e) {
      return refuse(response, HttpStatusCode.valueOf(e.type().status()));
    }
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}

  private static boolean refuse(ServerHttpResponse response, HttpStatusCode status) {
    response.setStatusCode(status);
    return false;
  }

  private static @Nullable SignedIn signedIn(@Nullable Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }
}
