package org.saltwater.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.saltwater.kernel.Redacted;
import org.saltwater.telephony.bridge.browser.BrowserPeer;

/// How soon a telephone that is picked up and a browser hear each other, and what calls cost the bridge.
///
/// The bridge is the server's own, a process apart, so its processor time and memory can be told. Trunk, telephones and browsers are
/// played by this process over loopback: real SIP, RTP, ICE, DTLS and SRTP.
/// Arguments: calls measured one by one, calls at once, seconds of each load.
final class PhoneLoad {
  private static final byte OF_PHONE = 0x2A;
  private static final byte OF_BROWSER = 0x55;
  private static final double TICKS_PER_SECOND = 100;

  private final ScriptedTrunk trunk;
  private final BridgedLine line;

  private PhoneLoad(ScriptedTrunk trunk, BridgedLine line) {
    this.trunk = trunk;
    this.line = line;
  }

  static void main(String... arguments) throws Exception {
    var one = Integer.parseInt(arguments[0]);
    var many = Integer.parseInt(arguments[1]);
    var seconds = Integer.parseInt(arguments[2]);
    try (var trunk = new ScriptedTrunk()) {
      var settings =
          new Phone(
              "sip:127.0.0.1:" + trunk.port(), "", "", "+49305550100", "127.0.0.1:" + Telephone.freeUdpPort(), "", "34000-34999", "", false);
      var line = BridgedLine.open(settings, Clock.systemUTC());
      try {
        until(() -> line.state() instanceof LineState.Ready);
        var load = new PhoneLoad(trunk, line);
        load.print("browser there while it rings", one, true);
        load.print("browser comes when it is answered", one, false);
        load.cost(many, seconds);
      } finally {
        line.destroy();
      }
    }
    System.exit(0);
  }

  private void print(String what, int times, boolean whileItRings) throws Exception {
    var took = new double[times];
    for (var each = 0; each < times; each++) {
      took[each] = meet(whileItRings);
    }
    System.out.printf("first call, %s: both hear after %.0f ms%n", what, took[0]);
    Arrays.sort(took);
    System.out.printf(
        "%d calls, %s: both hear after %.0f ms in the middle, %.0f ms at worst%n", times, what, took[times / 2], took[times - 1]);
  }

  /// @return milliseconds from picking up until both have heard the other's first packet
  private double meet(boolean whileItRings) throws Exception {
    var call = new Talk();
    if (whileItRings) {
      call.join();
      until(call.browser::hasKeys);
    }
    var picked = System.nanoTime();
    call.phone.answer(OF_PHONE, OF_BROWSER);
    if (!whileItRings) {
      until(() -> call.heard.told().contains("answered"));
      call.join();
    }
    until(() -> call.browser.heardAt() > 0 && call.phone.heardAt() > 0);
    var both = Math.max(call.browser.heardAt(), call.phone.heardAt());
    call.end();
    return (both - picked) / 1e6;
  }

  private void cost(int many, int seconds) throws Exception {
    var idle = measure("idle", List.of(), seconds);
    var talks = new ArrayList<Talk>();
    talks.add(talk());
    var one = measure("1 call", talks, seconds);
    while (talks.size() < many) {
      talks.add(talk());
    }
    var all = measure(many + " calls", talks, seconds);
    System.out.printf(
        "a call of %d costs %.2f %% of a core (the only one %.2f %%), and %.2f MB%n",
        many, (all.core - idle.core) / many * 100, (one.core - idle.core) * 100, (all.memory - idle.memory) / many);
    for (var each : talks) {
      each.end();
    }
  }

  private record Cost(double core, double memory) {}

  private Cost measure(String what, List<Talk> talks, int seconds) throws IOException {
    LockSupport.parkNanos(3_000_000_000L);
    var bridge = line.bridge().orElseThrow();
    var heardBefore = heard(talks);
    var before = processorTime(bridge);
    var begun = System.nanoTime();
    LockSupport.parkNanos(seconds * 1_000_000_000L);
    var elapsed = (System.nanoTime() - begun) / 1e9;
    var core = (processorTime(bridge) - before) / elapsed;
    var due = talks.size() * elapsed * 100;
    var cost = new Cost(core, memory(bridge));
    System.out.printf(
        "%s for %.0f s: %.1f %% of a core, %.1f MB (PSS)%s%n",
        what,
        elapsed,
        core * 100,
        cost.memory,
        talks.isEmpty() ? "" : ", %.1f %% of the packets heard".formatted((heard(talks) - heardBefore) / due * 100));
    return cost;
  }

  private static int heard(List<Talk> talks) {
    return talks.stream().mapToInt(it -> it.browser.heard() + it.phone.heard()).sum();
  }

  private Talk talk() throws Exception {
    var talk = new Talk();
    talk.join();
    talk.phone.answer(OF_PHONE, OF_BROWSER);
    until(() -> talk.browser.heardAt() > 0 && talk.phone.heardAt() > 0);
    return talk;
  }

  /// One telephone that rings, and one browser.
  private final class Talk {
    private final Heard heard = new Heard();
    private final BrowserPeer browser = new BrowserPeer(OF_BROWSER, OF_PHONE);
    private final PhoneLeg leg;
    private final RingingPhone phone;

    Talk() throws IOException {
      var before = trunk.phones().size();
      leg = line.dial(new Redacted<>(Telephone.NUMBER), heard);
      until(() -> trunk.phones().size() > before);
      phone = trunk.phones().getLast();
    }

    void join() throws Exception {
      browser.accept(leg.join("browser", browser.offer()).toCompletableFuture().get(5, TimeUnit.SECONDS));
    }

    void end() {
      leg.hangUp();
      browser.close();
      phone.close();
    }
  }

  private static void until(BooleanSupplier holds) {
    var patience = System.nanoTime() + 30_000_000_000L;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > patience) {
        throw new IllegalStateException("not within 30 s");
      }
      LockSupport.parkNanos(500_000);
    }
  }

  /// Seconds of processor time so far (`/proc/PID/stat`, fields 14 and 15).
  private static double processorTime(ProcessHandle process) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /// Megabytes, shared pages in their share (`/proc/PID/smaps_rollup`).
  private static double memory(ProcessHandle process) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      return lines
          .filter(it -> it.startsWith("Pss:"))
          .mapToDouble(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024.0)
          .findFirst()
          .orElseThrow();
    }
  }
}
