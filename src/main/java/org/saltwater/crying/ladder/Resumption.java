package org.saltwater.crying.ladder;

/// How a client goes on after a pause. It is always the client who says so.
public enum Resumption {
  /// After a talk with their therapist, or with the person who got in touch.
  TALKED,
  /// By themselves, with an explicit yes.
  BY_MYSELF
}
