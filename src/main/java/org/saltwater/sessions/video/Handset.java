package org.saltwater.sessions.video;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;

/// A telephone in a room. It sits in its person's place and answers the other's browser as another
/// browser would; it never makes an offer itself.
public interface Handset {
  AppointmentId session();

  PersonId person();

  /// Whether the call it belongs to still lasts.
  boolean isOn();

  /// @return what to answer the browser's offer with (SDP, RFC 8866)
  CompletionStage<String> answer(UUID browser, String offer);

  void candidate(UUID browser, String candidate);

  void gone(UUID browser);

  /// The room has no place for it any more.
  void letGo();
}
