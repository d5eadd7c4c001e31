package org.saltwater.telephony;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saltwater.telephony.wire.Lines;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The child that carries calls: started, told and heard, started again when it dies. It ends when
/// its input closes, which the system does for us even when we are killed.
final class BridgeProcess {
  private static final Logger log = LoggerFactory.getLogger(BridgeProcess.class);
  private static final String MAIN = "org.saltwater.telephony.bridge.Bridge";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// A process that lived this long was well: the next pause is a short one again.
  private static final Duration WELL = Duration.ofMinutes(1);

  /// Looks, a second apart, at which a bridge that speaks every second may have said nothing. Looks
  /// are counted and not seconds, since we may have been stopped ourselves.
  private static final int QUIET_LOOKS = 5;

  /// The same before its first word: a machine at work starts it slowly.
  private static final int QUIET_LOOKS_AT_START = 60;

  private final Phone phone;
  private final Consumer<Report> onReport;
  private final Runnable onDeath;
  private final AtomicInteger quietLooks = new AtomicInteger();
  private volatile boolean hasSpoken;
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private volatile @Nullable Lines orders;

  BridgeProcess(Phone phone, Consumer<Report> onReport, Runnable onDeath) {
    this.phone = phone;
    this.onReport = onReport;
    this.onDeath = onDeath;
  }

  void start() {
    Thread.ofPlatform().daemon().name("phone-bridge").start(this::keepRunning);
  }

  /// @return whether the bridge is there to hear it
  boolean tell(Order order) {
    var lines = orders;
    if (lines == null) {
      return false;
    }
    try {
      lines.write(order);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).map(Process::toHandle);
  }

  void stop() {
    stopping = true;
    var running = process;
    if (running == null) {
      return;
    }
    try {
      running.getOutputStream().close();
      if (!running.waitFor(3, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (IOException e) {
      running.destroyForcibly();
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    var pause = FIRST_PAUSE;
    while (!stopping) {
      var began = System.nanoTime();
      runOnce();
      orders = null;
      if (stopping) {
        return;
      }
      log.warn("the telephone bridge has ended and is started again; its calls are lost");
      onDeath.run();
      var isWell = System.nanoTime() - began > WELL.toNanos();
      pause = isWell ? FIRST_PAUSE : pause;
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private void runOnce() {
    try {
      // What it would write of a fault could hold a number or an address.
      var child = new ProcessBuilder(command()).redirectError(Redirect.DISCARD).start();
      process = child;
      var lines = new Lines(child.getOutputStream());
      lines.write(begin());
      orders = lines;
      if (stopping) {
        child.getOutputStream().close();
      }
      hasSpoken = false;
      quietLooks.set(0);
      Thread.ofVirtual().name("phone-bridge-watch").start(() -> watch(child));
      Lines.readAll(child.getInputStream(), Report.class, this::hear);
      child.destroyForcibly();
    } catch (IOException e) {
      log.error("the telephone bridge does not start: {}", e.getClass().getSimpleName());
    }
  }

  private void hear(Report report) {
    quietLooks.set(0);
    hasSpoken = true;
    onReport.accept(report);
  }

  /// Ends a bridge that hangs: it holds its calls and would never let them go.
  private void watch(Process child) {
    try {
      while (!child.waitFor(1, TimeUnit.SECONDS)) {
        var most = hasSpoken ? QUIET_LOOKS : QUIET_LOOKS_AT_START;
        if (quietLooks.incrementAndGet() > most) {
          log.warn("the telephone bridge says nothing any more and is ended");
          child.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Order.Begin begin() {
    return new Order.Begin(
        phone.trunkHost(),
        phone.trunkPort(),
        phone.user(),
        phone.password(),
        phone.number(),
        phone.bindHost(),
        phone.bindPort(),
        phone.address(),
        phone.firstRtpPort(),
        phone.lastRtpPort(),
        phone.prompt(),
        phone.register());
  }

  private static List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms32m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.net.preferIPv4Stack=true",
            "-cp"));
    var classes = System.getProperty("java.class.path");
    if (isOneJarOfJars(classes)) {
      command.addAll(
          List.of(
              classes,
              "-Dloader.main=" + MAIN,
              "org.springframework.boot.loader.launch.PropertiesLauncher"));
    } else {
      command.addAll(List.of(classes, MAIN));
    }
    return command;
  }

  private static boolean isOneJarOfJars(String classes) {
    return !classes.contains(File.pathSeparator)
        && BridgeProcess.class.getResource("BridgeProcess.class").toString().contains("BOOT-INF");
  }
}
