package org.saltwater.sessions.web;

/// @param relay how to reach the relay, as JSON; empty where there is none to check
public record DeviceCheckView(String relay) {
  @Override
  public String toString() {
    return "DeviceCheckView";
  }
}
