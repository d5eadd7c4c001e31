package org.saltwater.sessions.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Redacted;
import org.saltwater.telephony.DialIns;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LegEvents;
import org.saltwater.telephony.LegState;
import org.saltwater.telephony.LineState;
import org.saltwater.telephony.PhoneLeg;
import org.saltwater.telephony.Telephony;

/// The telephone company, played by the test: it says what a real one would, when the test wants it
/// to.
public final class ScriptedLine implements Telephony {
  public static final String OWN = "+49305550100";

  final List<String> dialled = new CopyOnWriteArrayList<>();
  final List<Leg> legs = new CopyOnWriteArrayList<>();
  public volatile LineState state = new LineState.Ready(OWN);
  volatile Runnable whileDialling = () -> {};
  private volatile @Nullable DialIns dialIns;

  /// What a browser offered to a telephone, and where its answer goes.
  record Offer(String device, String sdp, CompletableFuture<String> answer) {}

  public void begin() {
    state = new LineState.Ready(OWN);
    dialled.clear();
    legs.clear();
    whileDialling = () -> {};
  }

  Leg last() {
    return legs.getLast();
  }

  /// Somebody calls the practice's number and enters these digits.
  ///
  /// @return empty if they were refused
  Optional<Leg> callIn(String pin) {
    var leg = new Leg();
    var takers = dialIns;
    var events =
        takers == null ? Optional.<LegEvents>empty() : takers.admit(new Redacted<>(pin), leg);
    events.ifPresent(
        it -> {
          leg.events = it;
          legs.add(leg);
          leg.pickUp();
        });
    return events.map(_ -> leg);
  }

  @Override
  public LineState state() {
    return state;
  }

  @Override
  public PhoneLeg dial(Redacted<String> e164, LegEvents events) {
    dialled.add(e164.value());
    var leg = new Leg();
    leg.events = events;
    legs.add(leg);
    whileDialling.run();
    return leg;
  }

  @Override
  public void answerWith(DialIns takers) {
    dialIns = takers;
  }

  static final class Leg implements PhoneLeg {
    final BlockingQueue<Offer> offers = new LinkedBlockingQueue<>();
    final Map<String, Boolean> joined = new ConcurrentHashMap<>();
    private final UUID id = UUID.randomUUID();
    volatile @Nullable PhoneLeg partner;
    private volatile LegState state = LegState.DIALLING;
    private volatile @Nullable LegEvents events;

    void ring() {
      state = LegState.RINGING;
      events().ringing(this);
    }

    void pickUp() {
      state = LegState.ANSWERED;
      events().answered(this);
    }

    void end(LegEnd why) {
      if (state.canBecome(LegState.ENDED)) {
        state = LegState.ENDED;
        events().ended(this, why);
      }
    }

    boolean isOver() {
      return state == LegState.ENDED;
    }

    private LegEvents events() {
      var known = events;
      if (known == null) {
        throw new IllegalStateException("nobody listens");
      }
      return known;
    }

    @Override
    public UUID id() {
      return id;
    }

    @Override
    public LegState state() {
      return state;
    }

    @Override
    public CompletionStage<String> join(String device, String sdpOffer) {
      joined.put(device, true);
      var answer = new CompletableFuture<String>();
      offers.add(new Offer(device, sdpOffer, answer));
      return answer;
    }

    @Override
    public void connect(PhoneLeg other) {
      partner = other;
    }

    @Override
    public void candidate(String device, String candidate) {}

    @Override
    public void leave(String device) {
      joined.remove(device);
    }

    @Override
    public void hangUp() {
      end(LegEnd.WE_HUNG_UP);
    }
  }
}
