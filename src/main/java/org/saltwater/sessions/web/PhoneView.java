package org.saltwater.sessions.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.sessions.phone.DialIn;

/// The part of the room that is about the telephone.
///
/// @param offered whether the practice's line is there now
/// @param call how the latest call stands, as in [org.saltwater.sessions.phone.PhoneCall#code];
///     `none` before the first
/// @param own whether the therapist talks on a telephone of their own
/// @param typed the number of that one, to be put right
/// @param dialIn for the client who has just asked for it; null otherwise
public record PhoneView(
    boolean offered, String call, boolean own, String typed, @Nullable DialIn dialIn) {
  /// What there is to say about it. A call that is on goes on, whatever the line says.
  public String standing() {
    return offered || isOn() ? call : "away";
  }

  public boolean isOn() {
    return !call.equals("none") && !call.startsWith("ended");
  }
}
