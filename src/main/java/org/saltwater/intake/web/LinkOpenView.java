package org.saltwater.intake.web;

/// A mailed link, followed.
///
/// @param token what the button sends back
public record LinkOpenView(String token) {
  @Override
  public String toString() {
    return "LinkOpenView[redacted]";
  }
}
