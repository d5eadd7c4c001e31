package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.Calls;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A thousand people, one slot; and more people than places.
@SaltwaterTest
@Tag("time")
@Import(BookablePractice.class)
class BookingRaceTest {
  @LocalServerPort int port;
  @Autowired private BookablePractice practice;
  @Autowired private Booking booking;
  @Autowired private Appointments appointments;
  @Autowired private Therapists therapists;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void itIsMonday() {
    practice.clock.reset();
  }

  @Test
  void ofAThousandRequestsForOneSlotOneWinsAndTheOthersAreRefusedClearly() throws Exception {
    var amara = practice.therapist("Amara | taken 0 of 200", "Tue 09:00-12:00");
    var bearers =
        practice.clientsOf(amara, 1_000).stream()
            .map(client -> practice.bearer(client.person()))
            .toList();
    // More at the door at once than a system's queue for connections holds would be dropped there.
    var answers =
        Calls.together(
            100,
            bearers.stream().<Callable<String>>map(bearer -> () -> hold(amara, bearer)).toList());
    assertThat(answers.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())))
        .isEqualTo(Map.of("201", 1L, "409 slot-taken", 999L));
  }

  @Test
  void aRepeatedRequestWithOneKeyGivesTheSameAppointment() throws Exception {
    var amara = practice.therapist("Amara", "Tue 09:00-12:00");
    var ben = practice.clientsOf(amara, 1).getFirst();
    var first = send(amara, practice.bearer(ben.person()), "one-key");
    var again = send(amara, practice.bearer(ben.person()), "one-key");
    assertThat(again).isEqualTo(first).contains("\"state\":\"HELD\"");
  }

  @Test
  void morePeopleThanPlacesNeverFillMoreThanThereAre() throws Exception {
    var amara = practice.therapist("Amara | taken 0 of 3", "Tue 00:00-24:00", "Wed 00:00-24:00");
    var visitors =
        IntStream.range(0, 20).mapToObj(i -> practice.visitor("DE", "Europe/Berlin")).toList();
    var start = Instant.parse("2026-11-24T00:00:00Z");
    var holds =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    booking.hold(
                        visitors.get(i).client(),
                        amara,
                        start.plusSeconds(3_600L * i),
                        Modality.VIDEO,
                        Optional.empty()))
            .toList();
    var outcomes = new ConcurrentHashMap<String, Integer>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      holds.forEach(
          held ->
              crowd.submit(
                  () -> {
                    try {
                      booking.confirm(held.id(), held.client());
                      outcomes.merge("booked", 1, Integer::sum);
                    } catch (Refusal refusal) {
                      outcomes.merge(refusal.type().slug(), 1, Integer::sum);
                    }
                  }));
    }
    assertThat(outcomes).isEqualTo(Map.of("booked", 3, "therapist-full", 17));
    assertThat(therapists.get(amara).taken()).isEqualTo(3);
    assertThat(holds.stream().filter(it -> appointments.get(it.id()).isBooked())).hasSize(3);
  }

  private String hold(TherapistId therapist, String bearer) throws Exception {
    var answer = send(therapist, bearer, "");
    var status = answer.substring(0, 3);
    return status.equals("201")
        ? status
        : status + " " + answer.replaceAll("(?s).*/problems/([a-z-]+).*", "$1");
  }

  private String send(TherapistId therapist, String bearer, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/appointments"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", bearer)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"therapist": "%s", "start": "2026-11-24T08:00:00Z", "modality": "VIDEO"}
                    """
                        .formatted(therapist)));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    var response = http.send(request.build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
