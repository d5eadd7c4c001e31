package org.saltwater.crying.ladder;

/// The three stages, in the order in which they ask more of a person: alone, with someone trusted,
/// in session. Their order is a suggestion; going back to an earlier one is part of it.
public enum Stage {
  ALONE,
  TRUSTED,
  SESSION
}
