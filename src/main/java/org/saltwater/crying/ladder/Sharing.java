package org.saltwater.crying.ladder;

/// What the client lets their therapist see of the ladder. What they wrote, the memory or song they
/// chose, and what came, are never among it: they can tell it.
public enum Sharing {
  NOTHING,
  /// Which steps there are, and which have become easier.
  STEPS,
  /// The discomfort over the repetitions as well.
  COURSE
}
