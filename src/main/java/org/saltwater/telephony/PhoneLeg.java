package org.saltwater.telephony;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// One telephone that is being called or has called.
public interface PhoneLeg {
  UUID id();

  LegState state();

  /// Lets a browser talk with the telephone.
  ///
  /// @param sdpOffer the browser's offer (RFC 8866)
  /// @return the answer, with all candidates inside
  CompletionStage<String> join(String device, String sdpOffer);

  /// Lets another telephone talk with this one, and no browser any more. Whichever is picked up
  /// first hears that the other rings.
  void connect(PhoneLeg other);

  void candidate(String device, String candidate);

  void leave(String device);

  void hangUp();
}
