package org.saltwater.messaging.sockets;

import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a device in that is signed in, and asks what it is about. A refusal becomes its HTTP
/// status, an address that cannot be read 400.
public abstract class Door implements HandshakeInterceptor {
  private final SignIns signIns;

  protected Door(SignIns signIns) {
    this.signIns = signIns;
  }

  /// @param visit what the socket will find in its attributes
  /// @throws Refusal if the person may not come in
  /// @throws IllegalArgumentException if the address cannot be read
  protected abstract void enter(SignedIn me, UUID signIn, URI address, Map<String, Object> visit);

  @Override
  public final boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var me = signedIn(request.getPrincipal());
    var signIn = signIns.current(((ServletServerHttpRequest) request).getServletRequest());
    if (me == null || signIn == null) {
      return refuse(response, HttpStatus.UNAUTHORIZED);
    }
    try {
      enter(me, signIn, request.getURI(), attributes);
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
