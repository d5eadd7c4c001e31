package org.saltwater.telephony;

import java.time.Instant;

/// How the practice's telephone line stands.
public sealed interface LineState {
  /// @param ownNumber what people see who are called, and call themselves
  record Ready(String ownNumber) implements LineState {}

  /// No line was set up.
  record NotConfigured() implements LineState {}

  record Unreachable(Instant since, Reason reason) implements LineState {}

  /// Why a line that is set up cannot be used.
  enum Reason {
    /// The telephone company's server does not answer.
    NO_ANSWER,
    /// It refuses the user name or password.
    SIGN_IN_REFUSED,
    /// It does not let the line register, so no call would come in.
    NOT_REGISTERED,
    /// The process that carries calls is not there; it is being started again.
    BRIDGE_DOWN
  }
}
