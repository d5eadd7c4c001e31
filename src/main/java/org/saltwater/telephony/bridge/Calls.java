package org.saltwater.telephony.bridge;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sip.SipException;
import org.saltwater.telephony.LegEnd;
import org.saltwater.telephony.bridge.browser.Browser;
import org.saltwater.telephony.bridge.browser.BrowserOffer;
import org.saltwater.telephony.bridge.rtp.PhoneSound.Target;
import org.saltwater.telephony.bridge.rtp.Ports;
import org.saltwater.telephony.bridge.rtp.Prompt;
import org.saltwater.telephony.bridge.sip.Patience;
import org.saltwater.telephony.bridge.sip.SipCall;
import org.saltwater.telephony.bridge.sip.Trunk;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report;

/// All calls of this bridge. Orders, SIP and looking take turns on one thread; sound has threads of
/// its own.
final class Calls implements Trunk.Callers {
  private static final int MOST = 200;
  private static final long BEAT_MS = 20;
  private static final long LOOK_MS = 250;
  private static final long SIGN_OF_LIFE_MS = 1_000;
  private static final long GOODBYE_MS = 1_500;

  private final Map<UUID, Call> calls = new ConcurrentHashMap<>();
  private final Consumer<Report> reports;
  private final Patience patience;
  private final Prompt prompt;
  private final Ports ports;
  private final Trunk trunk;
  private final ScheduledExecutorService thread = daemon("bridge");
  private final ScheduledExecutorService time = daemon("beat");

  /// @throws IOException if the trunk's port is taken or its name is unknown
  Calls(Order.Begin settings, Patience patience, Consumer<Report> reports)
      throws IOException, SipException {
    this.reports = reports;
    this.patience = patience;
    Browser.warmUp();
    this.prompt = Prompt.of(settings.prompt());
    var bind = Trunk.bindAddress(settings);
    this.ports = new Ports(bind, settings.firstRtpPort(), settings.lastRtpPort());
    this.trunk = Trunk.open(settings, bind, patience, thread, this);
    var _ = time.scheduleAtFixedRate(this::beat, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    var _ = thread.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    // By the thread that does the work: if it is stuck, so is the bridge.
    var _ =
        thread.scheduleWithFixedDelay(
            () -> reports.accept(new Report.Alive()), 0, SIGN_OF_LIFE_MS, TimeUnit.MILLISECONDS);
  }

  void hear(Order order) {
    thread.execute(() -> obey(order));
  }

  /// Hangs up every telephone, since none of them would hear anything any more, and says goodbye to
  /// the trunk, if it was told that we are here. Waits for its answer, but not long: whoever ends
  // us
  /// does not.
  void end() {
    try {
      CompletableFuture.supplyAsync(
              () -> {
                List.copyOf(calls.values()).forEach(call -> call.end(LegEnd.WE_HUNG_UP));
                return trunk.end();
              },
              thread)
          .thenCompose(it -> it)
          .get(GOODBYE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unheard) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void obey(Order order) {
    switch (order) {
      case Order.Begin _ -> {}
      case Order.Dial(var leg, var number) -> dial(leg, number);
      case Order.HangUp(var leg) -> find(leg).ifPresent(call -> call.end(LegEnd.WE_HUNG_UP));
      case Order.Join(var leg, var device, var offer) -> join(leg, device, offer);
      case Order.Connect(var leg, var other) ->
          find(leg).ifPresent(call -> find(other).ifPresent(call::connect));
      case Order.Leave(var leg, var device) -> find(leg).ifPresent(call -> call.leave(device));
      case Order.Admit(var leg, var admitted, var looked) ->
          find(leg).ifPresent(call -> call.admit(admitted, looked));
    }
  }

  private void dial(UUID leg, String number) {
    try {
      var call = open(leg);
      call.goesBy(trunk.dial(number, call.port(), call));
    } catch (IOException | SipException e) {
      find(leg).ifPresent(call -> call.ended(LegEnd.LINE_LOST));
      reports.accept(new Report.Ended(leg, LegEnd.LINE_LOST.name()));
    }
  }

  private void join(UUID leg, String device, String offer) {
    try {
      var call = find(leg).orElseThrow(() -> new IllegalArgumentException("no call"));
      var browser =
          new Browser(
              ports.open(),
              trunk.reachedAt(),
              BrowserOffer.read(offer),
              packet -> call.fromBrowser(device, packet));
      call.join(device, browser);
      reports.accept(new Report.Joined(leg, device, browser.answer()));
    } catch (IOException | IllegalArgumentException e) {
      reports.accept(new Report.NotJoined(leg, device));
    }
  }

  @Override
  public Optional<Trunk.Taken> call(SipCall sip, Target target) {
    try {
      var call = open(UUID.randomUUID());
      call.asksForPin(prompt);
      call.goesBy(sip);
      return Optional.of(new Trunk.Taken(call, call.port()));
    } catch (IOException full) {
      return Optional.empty();
    }
  }

  @Override
  public void standing(Report.Standing standing) {
    reports.accept(new Report.Line(standing));
  }

  /// How many calls are remembered.
  int kept() {
    return trunk.kept();
  }

  private Call open(UUID id) throws IOException {
    if (calls.size() >= MOST) {
      throw new IOException("too many calls");
    }
    var call = new Call(id, patience, ports, reports, it -> calls.remove(it.id()));
    calls.put(id, call);
    return call;
  }

  private Optional<Call> find(UUID leg) {
    return Optional.ofNullable(calls.get(leg));
  }

  private void beat() {
    calls.values().forEach(Call::beat);
  }

  private void look() {
    List.copyOf(calls.values()).forEach(Call::look);
  }

  private static ScheduledExecutorService daemon(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
  }
}
