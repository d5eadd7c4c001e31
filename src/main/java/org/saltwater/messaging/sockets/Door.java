package org.saltwater.messaging.sockets;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a device in that is signed in, or that the door knows otherwise, and asks what it is about.
// A refusal becomes its HTTP
/// status, an address that cannot be read 400.
///
/// @param <V> what the door finds out and hands to the socket
public abstract class Door<V> implements HandshakeInterceptor {
  private static final String VISIT = "visit";

  private final SignIns signIns;
  private final Class<V> type;

  protected Door(SignIns signIns, Class<V> type) {
    this.signIns = signIns;
    this.type = type;
  }

  /// @throws Refusal if the person may not come in
  /// @throws IllegalArgumentException if the address cannot be read
  protected abstract V enter(SignedIn me, UUID signIn, URI address);

  /// Lets someone in whom the door knows by something else than a sign-in; most know nobody so.
  ///
  /// @throws Refusal if the person may not come in
  /// @throws IllegalArgumentException if the address cannot be read
  protected Optional<V> enter(HttpServletRequest request) {
    return Optional.empty();
  }

  /// What the door has handed to a socket, once.
  public final V visit(WebSocketSession socket) {
    return type.cast(Objects.requireNonNull(socket.getAttributes().remove(VISIT)));
  }

  @Override
  public final boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var asked = ((ServletServerHttpRequest) request).getServletRequest();
    try {
      var known = enter(asked);
      if (known.isPresent()) {
        attributes.put(VISIT, known.get());
        return true;
      }
      var me = signedIn(request.getPrincipal());
      var signIn = signIns.current(asked);
      if (me == null || signIn == null) {
        return refuse(response, HttpStatus.UNAUTHORIZED);
      }
      attributes.put(VISIT, enter(me, signIn, request.getURI()));
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
