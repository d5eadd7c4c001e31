package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.IntakeBegun;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Matching;
import org.saltwater.sessions.phone.PracticeWithLine;
import org.saltwater.sessions.phone.ScriptedLine;
import org.saltwater.telephony.LineState;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The phone is offered while the practice's line is there, and not a moment longer.
@SaltwaterTest
@TestPropertySource(properties = "saltwater.sessions.modalities=VIDEO,PHONE,TEXT")
@Tag("room")
@Import({BookablePractice.class, PracticeWithLine.class})
class PhoneOfferedTest {
  @LocalServerPort int port;
  @Autowired private BookablePractice practice;
  @Autowired private Matching matching;
  @Autowired private ScriptedLine line;

  private TherapistId kim = TherapistId.random();
  private String intake = "";

  @BeforeEach
  void hours() {
    line.begin();
    practice.clock.reset();
    kim = practice.therapist("Kim | by phone text", "Tue 09:00-12:00");
    matching.refresh();
    IntakeBegun ben = practice.visitor("DE", "Europe/Berlin");
    intake = ben.token().value();
  }

  @Test
  void whileTheLineIsThereItIsOfferedWhereverAWayToMeetIsChosen() {
    assertThat(get("/book/" + kim)).contains("value=\"PHONE\"");
    assertThat(hold("PHONE")).contains("\"state\":\"HELD\"", "\"modality\":\"PHONE\"");
  }

  @Test
  void whileTheLineIsDownItIsOfferedNowhere() {
    line.state =
        new LineState.Unreachable(
            Instant.parse("2026-11-23T07:00:00Z"), LineState.Reason.NO_ANSWER);
    assertNotOffered();
  }

  @Test
  void whereNoLineIsSetUpItIsOfferedNowhere() {
    line.state = new LineState.NotConfigured();
    assertNotOffered();
  }

  private void assertNotOffered() {
    assertThat(get("/book/" + kim + "?modality=PHONE"))
        .contains("names other ways to meet, too. They can’t be had here right now")
        .doesNotContain("value=\"PHONE\"");
    assertThat(hold("PHONE")).contains("modality-not-offered");
    assertThat(get("/matches")).doesNotContain("by phone", "modality=PHONE");
    assertThat(hold("TEXT")).contains("\"state\":\"HELD\"");
  }

  private String hold(String modality) {
    return new BookingCalls(port).hold(kim, "2026-11-24T08:00:00Z", modality, intake).body();
  }

  private String get(String path) {
    return new Visit(port).call("GET", path, "text/html", "", "Intake-Token", intake).body();
  }
}
