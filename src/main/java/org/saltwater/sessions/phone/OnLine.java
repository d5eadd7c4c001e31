package org.saltwater.sessions.phone;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.sessions.video.Handset;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.LegEvents;
import org.saltwater.telephony.PhoneLeg;

/// A call that hangs on this node: what the line tells goes to the hour, and what the room says to
/// the telephone goes to the line.
final class OnLine implements Handset, LegEvents {
  private final UUID call;
  private final AppointmentId session;
  private final PersonId person;
  private final CallSteps steps;
  private volatile @Nullable PhoneLeg leg;
  private volatile @Nullable PhoneLeg own;
  private boolean hasRefused;
  private boolean isAnswered;
  private boolean hasSatAnew;
  private boolean isOver;
  private boolean isLetGo;
  private @Nullable UUID seat;

  OnLine(UUID call, AppointmentId session, PersonId person, CallSteps steps) {
    this.call = call;
    this.session = session;
    this.person = person;
    this.steps = steps;
  }

  UUID call() {
    return call;
  }

  /// Takes the person's place in the room. The browser of the other calls it while it still rings,
  /// so that the first word is heard.
  synchronized void sit(PhoneLeg telephone) {
    leg = telephone;
    if (isLetGo) {
      telephone.hangUp();
    } else {
      takeSeat();
    }
  }

  /// Takes the place while the therapist's own telephone is called first: whatever ends the hour
  /// ends that, too.
  synchronized void keep(PhoneLeg therapists) {
    own = therapists;
    if (isLetGo) {
      therapists.hangUp();
    } else {
      takeSeat();
    }
  }

  private synchronized void takeSeat() {
    if (!isOver && seat == null) {
      seat = steps.room().connect(this);
      // Given up on the way in, it has ended without a seat to leave.
      if (isOver) {
        steps.room().disconnect(seat);
      }
    }
  }

  /// The therapist has picked up: the client is called, and the two hear each other.
  ///
  /// @param dial calls the client
  synchronized void reach(PhoneLeg therapists, Supplier<PhoneLeg> dial) {
    if (isOver || isLetGo || !steps.isSurelyOn(call)) {
      therapists.hangUp();
      return;
    }
    steps.take(this, CallState.CALLING, Optional.empty());
    var telephone = dial.get();
    leg = telephone;
    telephone.connect(therapists);
  }

  /// The therapist's own telephone is on the line no more, and neither is the client's then.
  void ownEnded(LegEnd why) {
    rise();
    steps.take(this, CallState.ENDED, Optional.of(CallEnd.ofOwn(why)));
    withLeg(PhoneLeg::hangUp);
  }

  private synchronized void rise() {
    isOver = true;
    if (seat != null) {
      steps.room().disconnect(seat);
    }
  }

  /// A line that takes no browser before the telephone is picked up takes it now: once, or a line
  /// that takes none at all would be asked for ever.
  private synchronized void sitAnew() {
    if (!isOver && seat != null && hasRefused && isAnswered && !hasSatAnew) {
      hasSatAnew = true;
      steps.room().disconnect(seat);
      seat = steps.room().connect(this);
    }
  }

  @Override
  public AppointmentId session() {
    return session;
  }

  @Override
  public PersonId person() {
    return person;
  }

  @Override
  public boolean isOn() {
    return steps.isOn(call);
  }

  @Override
  public CompletionStage<String> answer(UUID browser, String offer) {
    var telephone = leg;
    if (telephone == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("no line yet"));
    }
    return telephone
        .join(browser.toString(), offer)
        .whenComplete(
            (_, fault) -> {
              if (fault != null) {
                refused();
              }
            });
  }

  private synchronized void refused() {
    hasRefused = true;
    sitAnew();
  }

  @Override
  public void candidate(UUID browser, String candidate) {
    withLeg(telephone -> telephone.candidate(browser.toString(), candidate));
  }

  @Override
  public void gone(UUID browser) {
    withLeg(telephone -> telephone.leave(browser.toString()));
  }

  @Override
  public void letGo() {
    markLetGo();
    withLeg(PhoneLeg::hangUp);
    hangUpOwn();
  }

  private synchronized void markLetGo() {
    isLetGo = true;
  }

  @Override
  public void ringing(PhoneLeg telephone) {
    steps.take(this, CallState.RINGING, Optional.empty());
  }

  @Override
  public void answered(PhoneLeg telephone) {
    pickedUp();
    steps.take(this, CallState.CONNECTED, Optional.empty());
  }

  private synchronized void pickedUp() {
    isAnswered = true;
    sitAnew();
  }

  @Override
  public void ended(PhoneLeg telephone, LegEnd why) {
    rise();
    steps.take(this, CallState.ENDED, Optional.of(CallEnd.of(why)));
    hangUpOwn();
  }

  private void hangUpOwn() {
    var therapists = own;
    if (therapists != null) {
      therapists.hangUp();
    }
  }

  private void withLeg(Consumer<PhoneLeg> step) {
    var telephone = leg;
    if (telephone != null) {
      step.accept(telephone);
    }
  }
}
