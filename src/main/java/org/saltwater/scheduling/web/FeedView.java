package org.saltwater.scheduling.web;

/// @param link the secret link, only when it has just been made; else empty
/// @param isOn whether a link is in use
public record FeedView(String link, boolean isOn) {
  @Override
  public String toString() {
    return "FeedView[redacted]";
  }
}
