package org.saltwater.crying;

/// Who noted an episode, and rated what is rated in it.
public enum Author {
  CLIENT,
  THERAPIST
}
