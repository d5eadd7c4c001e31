package org.saltwater.telephony;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.saltwater.kernel.Redacted;

/// A practice without a telephone line: a call ends before it began.
final class NoLine implements Telephony {
  @Override
  public LineState state() {
    return new LineState.NotConfigured();
  }

  @Override
  public PhoneLeg dial(Redacted<String> e164, LegEvents events) {
    var leg = new Dead(UUID.randomUUID());
    Thread.ofVirtual().start(() -> events.ended(leg, LegEnd.LINE_LOST));
    return leg;
  }

  @Override
  public void answerWith(DialIns dialIns) {
    // Nobody can call.
  }

  private record Dead(UUID id) implements PhoneLeg {
    @Override
    public LegState state() {
      return LegState.ENDED;
    }

    @Override
    public CompletionStage<String> join(String device, String sdpOffer) {
      return CompletableFuture.failedFuture(new IllegalStateException("no call"));
    }

    @Override
    public void connect(PhoneLeg other) {
      // Nobody to talk with.
    }

    @Override
    public void candidate(String device, String candidate) {
      // Nobody to reach.
    }

    @Override
    public void leave(String device) {
      // Nobody is there.
    }

    @Override
    public void hangUp() {
      // It has ended.
    }
  }
}
