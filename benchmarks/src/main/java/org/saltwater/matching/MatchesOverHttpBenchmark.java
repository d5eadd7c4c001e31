package org.saltwater.matching;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import org.saltwater.Saltwater;
import org.saltwater.intake.AnsweredIntakes;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Therapists;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/// `GET /api/v1/matches` over loopback, one request after another, on the whole platform with a
/// large practice: the client's sealed answers are opened, the roster is asked, and the database
/// confirms each place and hour, every time.
public final class MatchesOverHttpBenchmark {
  private static final int WARM_UP = 3_000;
  private static final int REQUESTS = 10_000;

  private MatchesOverHttpBenchmark() {}

  public static void main(String... arguments) throws Exception {
    var therapists = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32_000;
    var data = Files.createTempDirectory("saltwater-benchmark");
    try (var platform =
        new SpringApplicationBuilder(Saltwater.class)
            .properties(
                "server.port=0",
                "saltwater.mode=demo",
                "saltwater.data=" + data,
                "saltwater.rate-limits=false")
            .run()) {
      fill(
          platform.getBean(Therapists.class),
          platform.getBean(Availabilities.class),
          therapists,
          platform.getBean(Clock.class));
      var began = System.nanoTime();
      platform.getBean(Matching.class).refresh();
      System.out.printf(
          "the roster of %,d was read in %.1f s%n",
          therapists, (System.nanoTime() - began) / 1e9);
      var token =
          AnsweredIntakes.answer(
                  platform.getBean(Intakes.class),
                  ClientId.random(),
                  "domains=SLEEP,GRIEF_AND_LOSS; domains.first=SLEEP; wish.gender.WOMAN=WOULD_LIKE;"
                      + " times=TUESDAY-EVENING,WEDNESDAY-MORNING,FRIDAY-AFTERNOON")
              .token();
      var port = platform.getBean(Environment.class).getProperty("local.server.port");
      ask("http://localhost:" + port + "/api/v1/matches", token.value());
    }
  }

  private static void fill(
      Therapists therapists, Availabilities availabilities, int count, Clock clock) {
    var practice = new InventedPractice(new Random(7), clock.instant(), count);
    therapists.registerAll(practice.profiles.stream());
    var hours = new HashMap<TherapistId, Availability>();
    for (var profile : practice.profiles) {
      hours.put(
          profile.id(),
          Availability.weekly(
              profile.zone(), "Mon 09:00-13:00", "Tue 15:00-20:00", "Fri 10:00-14:00"));
    }
    availabilities.setAll(hours);
  }

  private static void ask(String address, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address)).header("Intake-Token", token).build();
    var nanos = new long[REQUESTS];
    try (var client = HttpClient.newHttpClient()) {
      for (var asked = -WARM_UP; asked < REQUESTS; asked++) {
        var began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"reasons\"")) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        if (asked >= 0) {
          nanos[asked] = System.nanoTime() - began;
        }
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "GET /api/v1/matches, %,d requests: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
        REQUESTS,
        nanos[REQUESTS / 2] / 1e6,
        nanos[REQUESTS * 99 / 100] / 1e6,
        nanos[REQUESTS - 1] / 1e6);
  }
}
