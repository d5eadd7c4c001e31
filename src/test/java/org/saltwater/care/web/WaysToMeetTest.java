package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.IntakeBegun;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Matching;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// In a practice that holds hours by text alone, nobody books anything else.
@SaltwaterTest
@TestPropertySource(properties = "saltwater.sessions.modalities=TEXT")
@Tag("time")
@Import(BookablePractice.class)
class WaysToMeetTest {
  @LocalServerPort int port;
  @Autowired private BookablePractice practice;
  @Autowired private Matching matching;

  private TherapistId amara = TherapistId.random();
  private TherapistId kim = TherapistId.random();
  private String intake = "";

  @BeforeEach
  void hours() {
    practice.clock.reset();
    amara = practice.therapist("Amara | by video text", "Tue 09:00-12:00");
    kim = practice.therapist("Kim | by video phone | taken 5 of 5", "Tue 09:00-12:00");
    matching.refresh();
    IntakeBegun ben = practice.visitor("DE", "Europe/Berlin");
    intake = ben.token().value();
  }

  @Test
  void theTimesSayHowTheHourIsHeldAndThatTheOtherWaysAreNotThereYet() {
    assertThat(get("/book/" + amara + "?modality=VIDEO"))
        .contains(
            "You meet by text.", "names other ways to meet, too. They can’t be had here right now")
        .doesNotContain("value=\"VIDEO\"");
    assertThat(get("/book/" + kim)).contains("You can’t meet this therapist here yet");
  }

  @Test
  void theApiRefusesWhatCanNotBeHeld() {
    assertThat(hold(amara, "VIDEO")).contains("modality-not-offered");
    assertThat(hold(kim, "VIDEO")).contains("no-way-to-meet");
    assertThat(hold(amara, "TEXT")).contains("\"state\":\"HELD\"", "\"modality\":\"TEXT\"");
  }

  @Test
  void aMatchIsShownTheWayItWouldBeHeldThoughAnotherWasWishedFor() {
    assertThat(get("/matches")).contains("50 minutes by text", "modality=TEXT");
  }

  private String hold(TherapistId therapist, String modality) {
    return new BookingCalls(port).hold(therapist, "2026-11-24T08:00:00Z", modality, intake).body();
  }

  private String get(String path) {
    return new Visit(port).call("GET", path, "text/html", "", "Intake-Token", intake).body();
  }
}
