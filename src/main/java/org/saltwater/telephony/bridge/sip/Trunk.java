package org.saltwater.telephony.bridge.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TooManyListenersException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.header.CallIdHeader;
import javax.sip.header.Header;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.bridge.rtp.PhoneSound.Target;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report.Standing;

/// The telephone company's server, over UDP. Everything goes to it and nowhere else, whatever
/// address a message names.
public final class Trunk {
  private static final long LOOK_SECONDS = 15;
  private static final long PATIENCE_SECONDS = 4;

  private final Order.Begin settings;
  private final InetAddress bind;
  private final String reachedAt;
  private final Patience patience;
  private final SipProvider provider;
  private final Requests requests;
  private final ScheduledExecutorService thread;
  private final Callers callers;
  private final Map<String, SipCall> calls = new ConcurrentHashMap<>();
  private @Nullable String look;
  private boolean lookIsSigned;
  private final @Nullable Registration registration;
  private @Nullable Standing seen;
  private @Nullable Standing registered;

  /// Takes calls that come in.
  public interface Callers {
    /// @return what to hear the call by and its port; empty if there is no room
    Optional<Taken> call(SipCall call, Target target);

    void standing(Standing standing);
  }

  public record Taken(SipEvents events, int port) {}

  private Trunk(
      Order.Begin settings,
      InetAddress bind,
      Patience patience,
      ScheduledExecutorService thread,
      Callers callers)
      throws SipException, IOException {
    this.settings = settings;
    this.patience = patience;
    this.bind = bind;
    this.reachedAt = settings.address().isEmpty() ? bind.getHostAddress() : settings.address();
    this.thread = thread;
    this.callers = callers;
    var factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    var stack = factory.createSipStack(properties());
    try {
      this.provider =
          stack.createSipProvider(
              stack.createListeningPoint(bind.getHostAddress(), settings.bindPort(), "udp"));
      this.requests = new Requests(settings, bind.getHostAddress(), reachedAt, factory, provider);
      this.registration =
          settings.registers()
              ? new Registration(
                  this,
                  provider.getNewCallId(),
                  thread,
                  patience.registersAgain(),
                  this::registered)
              : null;
      provider.addSipListener(new Listener(this, requests, provider, thread));
    } catch (InvalidArgumentException | TooManyListenersException e) {
      throw new IOException(e);
    }
  }

  /// @throws IOException if the port is taken or the trunk's name is unknown
  public static Trunk open(
      Order.Begin settings,
      InetAddress bind,
      Patience patience,
      ScheduledExecutorService thread,
      Callers callers)
      throws SipException, IOException {
    TrunkOnly.admit(Set.of(InetAddress.getAllByName(settings.trunkHost())));
    var trunk = new Trunk(settings, bind, patience, thread, callers);
    var registration = trunk.registration;
    if (registration != null) {
      thread.execute(registration::register);
    }
    thread.scheduleWithFixedDelay(trunk::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    return trunk;
  }

  /// Our address on the way to the trunk.
  public static InetAddress bindAddress(Order.Begin settings) throws IOException {
    if (!settings.bindHost().isEmpty()) {
      return InetAddress.getByName(settings.bindHost());
    }
    try (var probe = new DatagramSocket()) {
      probe.connect(new InetSocketAddress(settings.trunkHost(), settings.trunkPort()));
      return probe.getLocalAddress();
    }
  }

  public SipCall dial(String number, int port, SipEvents events) throws SipException {
    var call = new SipCall(this);
    call.hears(events);
    call.invite(requests.invite(number, PhoneDescription.write(reachedAt, port, -1, -1)), port);
    return call;
  }

  public String reachedAt() {
    return reachedAt;
  }

  Requests requests() {
    return requests;
  }

  Callers callers() {
    return callers;
  }

  ClientTransaction transaction(Request request) throws SipException {
    return provider.getNewClientTransaction(request);
  }

  ClientTransaction send(Request request, @Nullable SipCall call) throws SipException {
    if (call != null) {
      calls.put(id(request.getHeader(CallIdHeader.NAME)), call);
    }
    var transaction = transaction(request);
    transaction.sendRequest();
    return transaction;
  }

  void keep(Request invitation, SipCall call) {
    calls.put(id(invitation.getHeader(CallIdHeader.NAME)), call);
  }

  Optional<SipCall> find(Message message) {
    return Optional.ofNullable(calls.get(id(message.getHeader(CallIdHeader.NAME))));
  }

  void forget(SipCall call) {
    var _ =
        thread.schedule(
            () -> calls.values().removeIf(it -> it == call),
            patience.lingers().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /// A call that we gave up ends even if the trunk never says that it did.
  void confirmSoon(SipCall call) {
    var _ =
        thread.schedule(
            call::wasNotConfirmed, patience.confirms().toMillis(), TimeUnit.MILLISECONDS);
  }

  /// How many calls are remembered.
  public int kept() {
    return calls.size();
  }

  void signInRefused() {
    callers.standing(Standing.SIGN_IN_REFUSED);
  }

  /// Whether it was about our registration.
  boolean registrationHears(Response response, @Nullable Request asked) {
    var mine = registration;
    if (mine == null || !mine.isMine(response)) {
      return false;
    }
    mine.hear(response, asked);
    return true;
  }

  /// Takes our address back, where the trunk was told it.
  public CompletableFuture<Boolean> end() {
    var mine = registration;
    return mine == null ? CompletableFuture.completedFuture(true) : mine.end();
  }

  private void registered(Standing standing) {
    registered = standing;
    stand();
  }

  private void saw(Standing standing) {
    seen = standing;
    stand();
  }

  /// The worse of both: a line that answers and does not know us brings no calls.
  private void stand() {
    var looked = seen;
    if (looked != null && looked != Standing.READY) {
      callers.standing(looked);
    } else if (registration == null && looked != null) {
      callers.standing(looked);
    } else if (registered != null && (looked != null || registered != Standing.READY)) {
      callers.standing(registered);
    }
  }

  /// Whether the answer was to a look of ours.
  boolean isLook(Response response) {
    return id(response.getHeader(CallIdHeader.NAME)).equals(look);
  }

  void seen(Response response, @Nullable Request asked) throws SipException {
    var status = response.getStatusCode();
    if (status < 200) {
      return;
    }
    var wantsName =
        status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
    if (wantsName && asked != null && !lookIsSigned) {
      var signed = requests.signed(asked, response);
      if (signed.isPresent()) {
        lookIsSigned = true;
        send(signed.get(), null);
        return;
      }
    }
    look = null;
    var isRefused = wantsName || status == Response.FORBIDDEN;
    var isAway = status == Response.SERVICE_UNAVAILABLE || status == Response.REQUEST_TIMEOUT;
    saw(isRefused ? Standing.SIGN_IN_REFUSED : isAway ? Standing.NO_ANSWER : Standing.READY);
  }

  private void look() {
    try {
      var request = requests.options();
      var mine = id(request.getHeader(CallIdHeader.NAME));
      look = mine;
      lookIsSigned = false;
      send(request, null);
      var _ = thread.schedule(() -> missed(mine), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (SipException e) {
      saw(Standing.NO_ANSWER);
    }
  }

  private void missed(String which) {
    if (which.equals(look)) {
      look = null;
      saw(Standing.NO_ANSWER);
    }
  }

  private static String id(Header header) {
    return ((CallIdHeader) header).getCallId();
  }

  private Properties properties() throws IOException {
    var properties = new Properties();
    properties.put("javax.sip.STACK_NAME", "saltwater");
    properties.put(
        "javax.sip.OUTBOUND_PROXY",
        InetAddress.getByName(settings.trunkHost()).getHostAddress()
            + ":"
            + settings.trunkPort()
            + "/udp");
    var named = "gov.nist.javax.sip.";
    properties.put(named + "STACK_LOGGER", Quiet.class.getName());
    properties.put(named + "SERVER_LOGGER", Quiet.class.getName());
    properties.put(named + "NETWORK_LAYER", TrunkOnly.class.getName());
    properties.put(named + "THREAD_POOL_SIZE", "4");
    properties.put(named + "MAX_MESSAGE_SIZE", "16000");
    return properties;
  }
}
