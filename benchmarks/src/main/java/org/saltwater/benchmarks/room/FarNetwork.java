package org.saltwater.benchmarks.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// Three places joined by nothing but this program: the server's, which is the machine itself, and two people's, each a
/// network namespace with one card. Every packet to or from a person takes a while on their line, and a line can be cut. Only
/// root on Linux may make it. (The kernel's netem would do the same, where it is built in.)
final class FarNetwork implements AutoCloseable {
  enum Place {
    SERVER,
    CLIENT,
    THERAPIST
  }

  private final String name = "swf" + ProcessHandle.current().pid() % 100_000;
  private final String subnet =
      "10.%d.%d."
          .formatted(210 + ProcessHandle.current().pid() / 250 % 40, ProcessHandle.current().pid() % 250);
  private final Map<Place, Tunnel> cards;
  private final DelayQueue<OnTheWay> way = new DelayQueue<>();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean cut;

  FarNetwork() {
    cards = Map.of(Place.SERVER, card(Place.SERVER), Place.CLIENT, card(Place.CLIENT), Place.THERAPIST, card(Place.THERAPIST));
    cards.forEach((from, card) -> start("from " + from, () -> carry(from, card.read())));
    start("on the way", this::deliver);
  }

  String address(Place place) {
    return subnet + (place.ordinal() + 1);
  }

  /// @param oneWay how much longer a packet takes on a person's line, in each direction
  void delay(Duration oneWay) {
    delay = oneWay;
  }

  /// The client's line carries nothing until it is mended.
  void cut() {
    cut = true;
  }

  void mend() {
    cut = false;
  }

  /// A program that runs the given one at a person's place.
  Path at(Place place, Path program) {
    try {
      var script = Files.createTempFile("at-" + name(place), ".sh", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(script, "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(name(place), program));
      script.toFile().deleteOnExit();
      return script;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void carry(Place from, byte[] packet) {
    var isIpv4 = packet.length >= 20 && packet[0] >> 4 == 4;
    var to = isIpv4 ? packet[19] - 1 : -1;
    if (to < 0 || to >= Place.values().length || cut && (from == Place.CLIENT || to == Place.CLIENT.ordinal())) {
      return;
    }
    var lines = (from == Place.SERVER ? 0 : 1) + (to == Place.SERVER.ordinal() ? 0 : 1);
    way.add(new OnTheWay(packet, cards.get(Place.values()[to]), System.nanoTime() + delay.toNanos() * lines));
  }

  private void deliver() {
    try {
      var next = way.take();
      next.to.write(next.packet);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Tunnel card(Place place) {
    var card = new Tunnel(name(place));
    if (place == Place.SERVER) {
      run("ip", "address", "add", address(place) + "/29", "dev", name(place));
      run("ip", "link", "set", name(place), "up");
      return card;
    }
    run("ip", "netns", "add", name(place));
    run("ip", "link", "set", name(place), "netns", name(place));
    run("ip", "-n", name(place), "address", "add", address(place) + "/29", "dev", name(place));
    for (var each : new String[] {name(place), "lo"}) {
      run("ip", "-n", name(place), "link", "set", each, "up");
    }
    run("ip", "-n", name(place), "route", "add", "default", "dev", name(place));
    return card;
  }

  private String name(Place place) {
    return name + place.name().charAt(0);
  }

  private static void start(String name, Runnable step) {
    Thread.ofPlatform().daemon().name(name).start(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            step.run();
          }
        });
  }

  private static void run(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("ip", "netns", "delete", name(Place.CLIENT));
    run("ip", "netns", "delete", name(Place.THERAPIST));
  }

  private static final class OnTheWay implements Delayed {
    private final byte[] packet;
    private final Tunnel to;
    private final long due;

    OnTheWay(byte[] packet, Tunnel to, long due) {
      this.packet = packet;
      this.to = to;
      this.due = due;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due, ((OnTheWay) other).due);
    }
  }
}
