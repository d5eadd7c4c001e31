package org.saltwater.sessions;

/// Where the client is during an hour.
///
/// @param callBack the number they gave; empty for a therapist whose practice has a line that calls
///     it for them
public record Whereabouts(String location, String callBack) {
  static Whereabouts of(Arrival arrival) {
    return new Whereabouts(arrival.location(), arrival.callBack());
  }

  @Override
  public String toString() {
    return "Whereabouts[redacted]";
  }
}
