package org.saltwater.telephony;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.wire.Order;

/// A call that the bridge carries. Its events are told one after the other by a thread of its own,
/// so that who hears them may take their time.
final class BridgedLeg implements PhoneLeg {
  private final UUID id;
  private final BridgeProcess bridge;
  private final Consumer<BridgedLeg> onEnd;
  private final Map<String, CompletableFuture<String>> joining = new ConcurrentHashMap<>();
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("phone-leg").factory());
  private LegState state;
  private @Nullable LegEvents events;
  private @Nullable LegEnd ended;

  BridgedLeg(UUID id, LegState state, BridgeProcess bridge, Consumer<BridgedLeg> onEnd) {
    this.id = id;
    this.state = state;
    this.bridge = bridge;
    this.onEnd = onEnd;
  }

  /// Who begins to hear of it only when it is over hears that it is.
  synchronized void hears(LegEvents newEvents) {
    events = newEvents;
    var why = ended;
    if (why != null) {
      Thread.ofVirtual().name("phone-leg").start(() -> newEvents.ended(this, why));
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public synchronized LegState state() {
    return state;
  }

  @Override
  public CompletionStage<String> join(String device, String sdpOffer) {
    var answer = new CompletableFuture<String>();
    var before = joining.put(device, answer);
    if (before != null) {
      before.completeExceptionally(new IllegalStateException("offered anew"));
    }
    if (state() == LegState.ENDED || !bridge.tell(new Order.Join(id, device, sdpOffer))) {
      notJoined(device);
    }
    return answer;
  }

  @Override
  public void connect(PhoneLeg other) {
    bridge.tell(new Order.Connect(id, other.id()));
  }

  /// The bridge answers whoever reaches it and asks nobody (ICE-lite, RFC 8445 §2.5), so it has no
  /// use for where a browser could be reached.
  @Override
  public void candidate(String device, String candidate) {
    // None, as said.
  }

  @Override
  public void leave(String device) {
    bridge.tell(new Order.Leave(id, device));
  }

  @Override
  public void hangUp() {
    bridge.tell(new Order.HangUp(id));
    end(LegEnd.WE_HUNG_UP);
  }

  void ring() {
    become(LegState.RINGING, LegEvents::ringing);
  }

  void answer() {
    become(LegState.ANSWERED, LegEvents::answered);
  }

  /// Of a call that came in, which was answered before anybody could hear of it.
  synchronized void sayAnswered() {
    if (state == LegState.ANSWERED) {
      tell(LegEvents::answered);
    }
  }

  void end(LegEnd why) {
    if (becomeEnded(why)) {
      joining.keySet().forEach(this::notJoined);
      onEnd.accept(this);
      teller.shutdown();
    }
  }

  void joined(String device, String answer) {
    var waits = joining.remove(device);
    if (waits != null) {
      waits.complete(answer);
    }
  }

  void notJoined(String device) {
    var waits = joining.remove(device);
    if (waits != null) {
      waits.completeExceptionally(new IllegalArgumentException("no offer that can be answered"));
    }
  }

  private synchronized boolean becomeEnded(LegEnd why) {
    var isNew = become(LegState.ENDED, (its, leg) -> its.ended(leg, why));
    if (isNew) {
      ended = why;
    }
    return isNew;
  }

  private synchronized boolean become(LegState next, BiConsumer<LegEvents, PhoneLeg> said) {
    if (!state.canBecome(next)) {
      return false;
    }
    state = next;
    tell(said);
    return true;
  }

  private void tell(BiConsumer<LegEvents, PhoneLeg> said) {
    var hearer = events;
    if (hearer != null) {
      teller.execute(() -> said.accept(hearer, this));
    }
  }

  @Override
  public String toString() {
    return "BridgedLeg[" + id + "]";
  }
}
