package org.saltwater.messaging.sockets;

import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// Frames come in pieces of a small buffer, so that an idle connection does not hold room for the
/// longest one.
public final class Frames {
  private static final String HALF = "half";

  private Frames() {}

  /// Puts the pieces of a frame together; null while more are to come.
  ///
  /// @param longest in characters
  /// @throws Refusal `too-large` as soon as the pieces are longer together
  public static @Nullable String whole(WebSocketSession socket, TextMessage piece, int longest) {
    var attributes = socket.getAttributes();
    var half = (StringBuilder) attributes.get(HALF);
    if (half == null && piece.isLast()) {
      return piece.getPayload();
    }
    var text = half == null ? new StringBuilder() : half;
    text.append(piece.getPayload());
    if (text.length() > longest) {
      attributes.remove(HALF);
      throw new Refusal(GeneralProblem.TOO_LARGE);
    }
    if (piece.isLast()) {
      attributes.remove(HALF);
      return text.toString();
    }
    attributes.put(HALF, text);
    return null;
  }
}
