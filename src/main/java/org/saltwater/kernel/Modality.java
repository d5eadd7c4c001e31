package org.saltwater.kernel;

/// How two people meet for a session.
public enum Modality {
  VIDEO,
  PHONE,
  TEXT
}
