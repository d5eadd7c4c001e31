package org.saltwater.benchmarks.room;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.saltwater.Saltwater;
import org.saltwater.benchmarks.room.FarNetwork.Place;
import org.saltwater.kernel.Modality;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Pair;
import org.saltwater.sessions.TherapySessions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// From pressing "join" to the first picture of the other, and from the return of a network that was gone for 5 s to the
/// next: two Chromium at two places, the whole platform at a third, all on this machine. Arguments: joins, cuts.
public final class RoomBenchmark {
  private static final Duration GONE = Duration.ofSeconds(5);

  private RoomBenchmark() {}

  public static void main(String... arguments) throws IOException {
    var joins = Integer.parseInt(arguments[0]);
    var cuts = Integer.parseInt(arguments[1]);
    var data = Files.createTempDirectory("room-benchmark");
    try (var network = new FarNetwork();
        var platform =
            new SpringApplicationBuilder(Saltwater.class, OnTheHour.class)
                .properties(
                    "server.port=0",
                    "server.address=" + network.address(Place.SERVER),
                    "saltwater.mode=demo",
                    "saltwater.data=" + data,
                    "saltwater.sessions.modalities=VIDEO,TEXT",
                    "saltwater.rate-limits=false")
                .run();
        var playwright = Playwright.create()) {
      var pair = Pair.begin(platform, Modality.VIDEO);
      var sessions = platform.getBean(TherapySessions.class);
      sessions.arrive(pair.hour(), pair.client().person(), new Arrival("At home", "+49 30 1234567"));
      sessions.admit(pair.hour(), pair.therapist().person());
      var port = Integer.parseInt(platform.getEnvironment().getProperty("local.server.port"));
      try (var client = new Visitor(playwright, network, Place.CLIENT, port, pair.clientToken());
          var therapist = new Visitor(playwright, network, Place.THERAPIST, port, pair.therapistToken())) {
        var floor = new ArrayList<Map<String, Double>>();
        for (var i = 0; i < joins; i++) {
          floor.add(client.floor());
        }
        say("two ends in one page", floor, "media", "frame");
        client.watch();
        therapist.watch();
        for (var delay : List.of(Duration.ZERO, Duration.ofMillis(25))) {
          network.delay(delay);
          measure(client, therapist, pair, joins, cuts, network, "each line " + delay.toMillis() * 2 + " ms longer, there and back");
        }
      }
    }
  }

  private static void measure(Visitor client, Visitor therapist, Pair pair, int joins, int cuts, FarNetwork network, String how) {
    therapist.goToTheDoor(pair.hour());
    client.goToTheDoor(pair.hour());
    therapist.press();
    client.join();
    therapist.waitToSee();
    var times = new ArrayList<Map<String, Double>>();
    for (var i = 0; i < joins; i++) {
      client.goToTheDoor(pair.hour());
      times.add(client.join());
    }
    say(how + ", join", times, "media", "line", "frame");
    var back = new ArrayList<Map<String, Double>>();
    for (var i = 0; i < cuts; i++) {
      client.waitToSee();
      therapist.waitToSee();
      network.cut();
      LockSupport.parkNanos(GONE.toNanos());
      client.expectPictureAgain();
      therapist.expectPictureAgain();
      network.mend();
      var seen = client.pictureAgain();
      back.add(Map.of("client", seen, "both", Math.max(seen, therapist.pictureAgain())));
      LockSupport.parkNanos(GONE.toNanos());
    }
    say(how + ", back after 5 s without network", back, "client", "both");
  }

  private static void say(String what, List<Map<String, Double>> times, String... parts) {
    for (var part : parts) {
      var sorted = times.stream().map(each -> each.get(part)).sorted().toList();
      System.out.printf(
          "%s: %s p50 %.0f ms, p95 %.0f ms, best %.0f, worst %.0f (%d)%n",
          what, part, at(sorted, 0.5), at(sorted, 0.95), sorted.getFirst(), sorted.getLast(), sorted.size());
    }
  }

  /// The smallest that so large a share do not exceed.
  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /// The clock runs as it does, five minutes before an hour on a Monday.
  @Configuration(proxyBeanMethods = false)
  static class OnTheHour {
    @Bean
    @Primary
    Clock clockOfTheHour() {
      return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Pair.START.minus(Duration.ofMinutes(5))));
    }
  }
}
