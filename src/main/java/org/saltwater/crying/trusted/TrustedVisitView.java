package org.saltwater.crying.trusted;

/// The page for a trusted person, or the one before it.
///
/// @param token what opens the page; empty once it is open
/// @param name what the client wants to be called; empty for nothing
public record TrustedVisitView(String token, String name) {
  @Override
  public String toString() {
    return "TrustedVisitView[redacted]";
  }
}
