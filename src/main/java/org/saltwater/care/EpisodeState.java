package org.saltwater.care;

/// An episode that is closed stays closed: whoever comes back begins a new one.
public enum EpisodeState {
  OPEN,
  CLOSED
}
