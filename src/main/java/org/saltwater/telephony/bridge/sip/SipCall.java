package org.saltwater.telephony.bridge.sip;

import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.bridge.rtp.PhoneSound.Target;

/// One call between us and the trunk. Everything here happens on the bridge's one thread.
public final class SipCall {
  private final Trunk trunk;
  private SipState state = SipState.CALLING;
  private @Nullable SipEvents hearer;
  private @Nullable ClientTransaction invitation;
  private @Nullable Dialog dialog;
  private boolean isSigned;
  private boolean hasRung;
  private boolean isCancelled;
  private int port;

  SipCall(Trunk trunk) {
    this.trunk = trunk;
  }

  void hears(SipEvents events) {
    hearer = events;
  }

  void invite(Request request, int newPort) throws SipException {
    port = newPort;
    invitation = trunk.send(request, this);
  }

  /// A call that came in, answered already.
  void take(ServerTransaction transaction, Response accepted, Target target, int newPort)
      throws SipException, InvalidArgumentException {
    port = newPort;
    dialog = transaction.getDialog();
    transaction.sendResponse(accepted);
    become(SipState.TALKING);
    tell(it -> it.answered(target));
  }

  public void hangUp() {
    try {
      switch (state) {
        case CALLING -> giveUp();
        case PROCEEDING -> {
          giveUp();
          cancel();
        }
        case TALKING -> sayBye();
        case GIVING_UP, OVER -> {}
      }
    } catch (SipException e) {
      end(LegEnd.LINE_LOST);
    }
  }

  boolean isOver() {
    return state == SipState.OVER;
  }

  void hear(Response response, @Nullable Dialog itsDialog)
      throws SipException, InvalidArgumentException {
    var status = response.getStatusCode();
    var cseq = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
    if (!cseq.getMethod().equals(Request.INVITE)) {
      return;
    }
    if (status < 200) {
      progress(status);
    } else if (status < 300) {
      accepted(response, itsDialog, cseq.getSeqNumber());
    } else if (isAsked(status) && !isSigned && state != SipState.GIVING_UP) {
      sign(response);
    } else {
      if (isAsked(status)) {
        trunk.signInRefused();
      }
      end(Endings.of(status));
    }
  }

  /// Nothing came back at all.
  void timeOut() {
    end(state == SipState.TALKING ? LegEnd.HUNG_UP : LegEnd.LINE_LOST);
  }

  void wasNotConfirmed() {
    if (state == SipState.GIVING_UP) {
      end(LegEnd.WE_HUNG_UP);
    }
  }

  void hearBye() {
    end(LegEnd.HUNG_UP);
  }

  /// The telephone is put on hold, moved, or the trunk asks whether we are still there.
  byte[] change(Target target) {
    tell(it -> it.answered(target));
    return PhoneDescription.write(trunk.reachedAt(), port, target.law(), target.keys());
  }

  private void progress(int status) throws SipException {
    if (state == SipState.CALLING) {
      become(SipState.PROCEEDING);
    } else if (state == SipState.GIVING_UP) {
      cancel();
    }
    if (status >= Response.RINGING && state == SipState.PROCEEDING && !hasRung) {
      hasRung = true;
      tell(SipEvents::ringing);
    }
  }

  private void accepted(Response response, @Nullable Dialog itsDialog, long number)
      throws SipException, InvalidArgumentException {
    if (itsDialog == null) {
      return;
    }
    itsDialog.sendAck(itsDialog.createAck(number));
    if (state == SipState.TALKING) {
      return;
    }
    var hadGivenUp = state == SipState.GIVING_UP || state == SipState.OVER;
    dialog = itsDialog;
    var target = PhoneDescription.read(response.getRawContent());
    if (hadGivenUp || target.isEmpty()) {
      bye(itsDialog);
      end(LegEnd.REFUSED);
      return;
    }
    become(SipState.TALKING);
    tell(it -> it.answered(target.get()));
  }

  private void sign(Response challenge) throws SipException {
    var before = invitation;
    var signed =
        before == null
            ? null
            : trunk.requests().signed(before.getRequest(), challenge).orElse(null);
    if (signed == null) {
      trunk.signInRefused();
      end(LegEnd.REFUSED);
      return;
    }
    isSigned = true;
    invitation = trunk.send(signed, this);
  }

  private void giveUp() {
    become(SipState.GIVING_UP);
    trunk.confirmSoon(this);
  }

  /// RFC 3261 §9.1: only once the trunk has said something.
  private void cancel() throws SipException {
    var going = invitation;
    if (going != null && !isCancelled) {
      isCancelled = true;
      trunk.send(going.createCancel(), null);
    }
  }

  private void sayBye() throws SipException {
    var talk = dialog;
    if (talk != null) {
      bye(talk);
    }
    end(LegEnd.WE_HUNG_UP);
  }

  private void bye(Dialog talk) throws SipException {
    talk.sendRequest(trunk.transaction(talk.createRequest(Request.BYE)));
  }

  private void end(LegEnd why) {
    var gaveUp = state == SipState.GIVING_UP;
    if (state.canBecome(SipState.OVER)) {
      become(SipState.OVER);
      trunk.forget(this);
      tell(it -> it.ended(gaveUp ? LegEnd.WE_HUNG_UP : why));
    }
  }

  private void tell(Consumer<SipEvents> said) {
    if (hearer != null) {
      said.accept(hearer);
    }
  }

  private void become(SipState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(state + " cannot become " + next);
    }
    state = next;
  }

  private static boolean isAsked(int status) {
    return status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
  }
}
