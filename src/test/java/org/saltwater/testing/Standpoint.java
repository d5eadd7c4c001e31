package org.saltwater.testing;

/// Where someone stands towards one client.
public enum Standpoint {
  VISITOR,
  CLIENT,
  OTHER_CLIENT,
  /// A therapist whom the client has now.
  THERAPIST_WITH_OPEN_EDGE,
  /// A therapist whom the client had before.
  THERAPIST_WITH_CLOSED_EDGE,
  THERAPIST_WITHOUT_EDGE,
  /// Without an edge, and on call now.
  THERAPIST_ON_CALL,
  /// A supervisor whom the client agreed to.
  SUPERVISOR_AGREED_TO,
  /// A supervisor whom the client was asked about and has not answered.
  SUPERVISOR,
  COORDINATOR,
  OPERATOR
}
