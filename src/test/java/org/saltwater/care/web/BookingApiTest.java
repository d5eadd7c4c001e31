package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Whatever a page can do about appointments, the API can.
@SaltwaterTest
@Tag("time")
@Import(BookablePractice.class)
class BookingApiTest {
  @LocalServerPort int port;
  @Autowired private BookablePractice practice;
  @Autowired private Appointments appointments;

  private TherapistId amara = TherapistId.random();

  @BeforeEach
  void amaraHasHours() {
    practice.clock.reset();
    amara = practice.therapist("Amara | by video text", "Tue 09:00-12:00", "Wed 09:00-12:00");
  }

  @Test
  void aVisitorHoldsConfirmsWithANewAccountSignsInMovesAndCancels() {
    var ben = practice.visitor("DE", "Europe/Berlin");
    var intake = ben.token().value();
    assertThat(call("GET", "/api/v1/therapists/" + amara + "/slots", "").body())
        .contains("\"zone\":\"Europe/Berlin\"", "{\"start\":\"2026-11-24T08:00:00Z\"");

    var held = new BookingCalls(port).hold(amara, "2026-11-24T08:00:00Z", "TEXT", intake);
    assertThat(held.status()).isEqualTo(201);
    assertThat(held.body())
        .contains("\"state\":\"HELD\"", "\"heldUntil\":\"2026-11-23T08:10:00Z\"");

    var confirmation = "/api/v1/appointments/" + id(held) + "/confirmation";
    var email = "ben." + ben.client() + "@example.org";
    var tooShort = account(email, "short");
    assertThat(call("POST", confirmation, tooShort, "Intake-Token", intake))
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(422);
              assertThat(it.body()).contains("\"field\":\"password\"");
            });
    var password = "the sea after the rain 42";
    var booked = call("POST", confirmation, account(email, password), "Intake-Token", intake);
    assertThat(booked.body()).contains("\"state\":\"BOOKED\"");

    var signIn =
        call(
            "POST", "/api/v1/sign-ins", account(email, password).replace("\"name\": \"Ben\",", ""));
    var bearer = "Bearer " + signIn.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    var list = call("GET", "/api/v1/appointments", "", "Authorization", bearer);
    assertThat(list.body()).contains(id(held)).contains("\"next\":null");

    var moved =
        call(
            "POST",
            "/api/v1/appointments/" + id(held) + "/move",
            "{\"start\": \"2026-11-25T08:00:00Z\"}",
            "Authorization",
            bearer,
            "Idempotency-Key",
            "move-1");
    assertThat(moved.status()).isEqualTo(201);
    var again =
        call(
            "POST",
            "/api/v1/appointments/" + id(held) + "/move",
            "{\"start\": \"2026-11-25T08:00:00Z\"}",
            "Authorization",
            bearer,
            "Idempotency-Key",
            "move-1");
    assertThat(again.body()).isEqualTo(moved.body());
    assertThat(
            call("DELETE", "/api/v1/appointments/" + id(moved), "", "Authorization", bearer).body())
        .contains("\"state\":\"CANCELLED\"");
  }

  @Test
  void aHoldCannotBeMovedOntoItselfPastLicenceAndPlaces() {
    var full = practice.therapist("Full | by video text | taken 5 of 5", "Tue 09:00-12:00");
    var ben = practice.client("Ben", "UTC");
    var held = appointments.hold(ben, full, Instant.parse("2026-11-24T08:00:00Z"), Modality.VIDEO);
    var bearer = practice.bearer(ben.person());
    for (var start : new String[] {"2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"}) {
      var answer =
          call(
              "POST",
              "/api/v1/appointments/" + held.id() + "/move",
              "{\"start\": \"" + start + "\"}",
              "Authorization",
              bearer);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).contains("appointment-cancelled");
    }
    assertThat(appointments.listComing(ben)).isEmpty();
  }

  @Test
  void whatCantBeHadIsRefusedWithItsReason() {
    var ben = practice.visitor("DE", "Europe/Berlin");
    var intake = ben.token().value();
    assertThat(refusal(BookingCalls.wanted(amara, "2026-11-24T08:30:00Z", "TEXT"), intake))
        .isEqualTo("409 slot-not-offered");
    assertThat(refusal(BookingCalls.wanted(amara, "2026-11-24T08:00:00Z", "PHONE"), intake))
        .isEqualTo("422 modality-not-offered");
    assertThat(
            refusal(
                BookingCalls.wanted(TherapistId.random(), "2026-11-24T08:00:00Z", "TEXT"), intake))
        .isEqualTo("404 therapist-unknown");
    assertThat(refusal("{\"start\": \"soon\"}", intake)).isEqualTo("422 invalid");
    assertThat(refusal("{}", intake)).isEqualTo("422 invalid");
    assertThat(refusal(BookingCalls.wanted(amara, "2026-11-24T08:00:00Z", "TEXT"), "nobody"))
        .isEqualTo("401 sign-in-needed");
  }

  @Test
  void aTherapistSetsHoursAndSeesWhoComes() {
    var bearer = practice.bearer(amara.person());
    var ben = practice.client("Ben", "UTC");
    practice.openEpisode(ben, amara);
    var booked = practice.book(ben, amara, "2026-11-24T08:00:00Z");
    assertThat(call("GET", "/api/v1/appointments", "", "Authorization", bearer).body())
        .contains(booked.id().toString());
    var hours =
        """
        {"zone": "Europe/Berlin", "weekly": ["Fri 09:00-12:00"], "changes": ["away 2026-12-24..2027-01-02"],
         "lengthMinutes": 50, "bufferMinutes": 10, "noticeMinutes": 0}
        """;
    assertThat(call("PUT", "/api/v1/availability", hours, "Authorization", bearer).body())
        .contains("Fri 09:00-12:00", "away 2026-12-24..2027-01-02");
    assertThat(
            call(
                "PUT",
                "/api/v1/availability",
                "{\"zone\": \"Moon\", \"weekly\": [\"Fri late\"]}",
                "Authorization",
                bearer))
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(422);
              assertThat(it.body()).contains("\"field\":\"zone\"", "\"field\":\"weekly\"");
            });
    practice.waitFor(Duration.ofMinutes(1));
    assertThat(call("GET", "/api/v1/therapists/" + amara + "/slots", "").body())
        .contains("2026-11-27T08:00:00Z")
        .doesNotContain("2026-11-24T09:00:00Z");
  }

  private static String account(String email, String password) {
    return "{\"name\": \"Ben\", \"email\": \"%s\", \"password\": \"%s\"}"
        .formatted(email, password);
  }

  private String refusal(String body, String intake) {
    var answer = new BookingCalls(port).hold(body, intake);
    return answer.status() + " " + answer.body().replaceAll("(?s).*/problems/([a-z-]+).*", "$1");
  }

  private Answer call(String method, String path, String body, String... headers) {
    return new BookingCalls(port).call(method, path, body, headers);
  }

  private static String id(Answer answer) {
    return answer.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }
}
