package org.saltwater.crying.trusted;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A link that a client made for someone they trust.
///
/// @param name what the client wants to be called on the page; empty for nothing
/// @param openedAt when it was used; by whom is not known
/// @param endsAt when it, or the page in the browser that used it, is over
public record TrustedLink(
    UUID id, String name, Instant madeAt, Optional<Instant> openedAt, Instant endsAt) {
  @Override
  public String toString() {
    return "TrustedLink[" + id + "]";
  }
}
