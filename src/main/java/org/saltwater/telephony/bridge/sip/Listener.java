package org.saltwater.telephony.bridge.sip;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.RequireHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Hears the SIP library's threads and hands all on to the bridge's one thread.
final class Listener implements SipListener {
  private final Trunk trunk;
  private final Requests requests;
  private final SipProvider provider;
  private final ScheduledExecutorService thread;

  Listener(Trunk trunk, Requests requests, SipProvider provider, ScheduledExecutorService thread) {
    this.trunk = trunk;
    this.requests = requests;
    this.provider = provider;
    this.thread = thread;
  }

  private interface Step {
    void take() throws SipException, InvalidArgumentException;
  }

  @Override
  public void processRequest(RequestEvent event) {
    var request = event.getRequest();
    if (request.getMethod().equals(Request.ACK)) {
      return;
    }
    // Here and not later: the library drops repetitions of a request only while it has one.
    var transaction = transaction(event);
    if (transaction != null) {
      soon(() -> answer(request, transaction));
    }
  }

  @Override
  public void processResponse(ResponseEvent event) {
    var response = event.getResponse();
    var asked = event.getClientTransaction();
    soon(
        () -> {
          if (trunk.isLook(response)) {
            trunk.seen(response, asked == null ? null : asked.getRequest());
            return;
          }
          if (trunk.registrationHears(response, asked == null ? null : asked.getRequest())) {
            return;
          }
          var call = trunk.find(response);
          if (call.isPresent()) {
            call.get().hear(response, event.getDialog());
          }
        });
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()) {
      var request = event.getClientTransaction().getRequest();
      if (!request.getMethod().equals(Request.CANCEL)) {
        soon(() -> trunk.find(request).ifPresent(SipCall::timeOut));
      }
    }
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    // A lost packet is sent again; a lost trunk is noticed by looking.
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    // Nothing is kept by transaction.
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    // Calls end by what is said in them.
  }

  private @Nullable ServerTransaction transaction(RequestEvent event) {
    if (event.getServerTransaction() != null) {
      return event.getServerTransaction();
    }
    try {
      return provider.getNewServerTransaction(event.getRequest());
    } catch (SipException repeated) {
      return null;
    }
  }

  private void answer(Request request, ServerTransaction transaction)
      throws SipException, InvalidArgumentException {
    switch (request.getMethod()) {
      case Request.INVITE -> invited(request, transaction);
      case Request.BYE -> bye(request, transaction);
      case Request.CANCEL, Request.OPTIONS -> refuse(request, transaction, Response.OK);
      default -> refuse(request, transaction, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void invited(Request request, ServerTransaction transaction)
      throws SipException, InvalidArgumentException {
    if (request.getHeader(RequireHeader.NAME) != null) {
      refuse(request, transaction, Response.BAD_EXTENSION);
      return;
    }
    var target = PhoneDescription.read(request.getRawContent());
    if (target.isEmpty()) {
      refuse(request, transaction, Response.NOT_ACCEPTABLE_HERE);
      return;
    }
    var isNew = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() == null;
    var known = trunk.find(request);
    if (!isNew) {
      if (known.isEmpty() || known.get().isOver()) {
        refuse(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      } else {
        transaction.sendResponse(requests.accepted(request, known.get().change(target.get())));
      }
      return;
    }
    if (known.isPresent()) {
      refuse(request, transaction, Response.LOOP_DETECTED);
      return;
    }
    var call = new SipCall(trunk);
    var taken = trunk.callers().call(call, target.get());
    if (taken.isEmpty()) {
      refuse(request, transaction, Response.BUSY_HERE);
      return;
    }
    call.hears(taken.get().events());
    trunk.keep(request, call);
    var sdp =
        PhoneDescription.write(
            trunk.reachedAt(), taken.get().port(), target.get().law(), target.get().keys());
    call.take(transaction, requests.accepted(request, sdp), target.get(), taken.get().port());
  }

  private void bye(Request request, ServerTransaction transaction)
      throws SipException, InvalidArgumentException {
    var call = trunk.find(request);
    refuse(
        request,
        transaction,
        call.isPresent() ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    call.ifPresent(SipCall::hearBye);
  }

  private void refuse(Request request, ServerTransaction transaction, int status)
      throws SipException, InvalidArgumentException {
    transaction.sendResponse(requests.response(request, status));
  }

  private void soon(Step step) {
    try {
      thread.execute(
          () -> {
            try {
              step.take();
            } catch (SipException | InvalidArgumentException | RuntimeException e) {
              // One message that cannot be answered is one call's trouble: it ends by silence.
            }
          });
    } catch (RejectedExecutionException stopped) {
      // The bridge is ending.
    }
  }
}
