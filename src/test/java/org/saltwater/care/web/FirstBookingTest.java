package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.IntakeBegun;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// A first hour is not booked against what the client has answered, whichever way they came.
@SaltwaterTest
@Tag("time")
@Import(BookablePractice.class)
class FirstBookingTest {
  private static final String TUESDAY = "2026-11-24T08:00:00Z";

  @LocalServerPort int port;
  @Autowired private BookablePractice practice;

  @BeforeEach
  void reset() {
    practice.clock.reset();
  }

  @Test
  void withoutALanguageInCommon() {
    var fleur = practice.therapist("Fleur | by text | speaks fr", "Tue 09:00-12:00");
    var ben = practice.visitor("DE", "Europe/Berlin");
    assertThat(hold(fleur, ben)).contains("409", "/problems/no-common-language");
    assertThat(page(fleur, ben)).contains("You have no language in common");
  }

  @Test
  void withSomeoneWhoMustNotBe() {
    var max = practice.therapist("Max | by text | man", "Tue 09:00-12:00");
    var ben = practice.visitor("DE", "Europe/Berlin");
    assertThat(hold(max, ben)).contains("201");
    practice.wish(ben.client(), "wish.gender.MAN", "MUST_NOT");
    assertThat(hold(max, ben)).contains("409", "/problems/against-wishes");
    assertThat(page(max, ben)).contains("This is not what you asked for");
  }

  @Test
  void withSomeoneWhoHasNotSaidWhatMustBe() {
    var kim = practice.therapist("Kim | by text", "Tue 09:00-12:00");
    var ben = practice.visitor("DE", "Europe/Berlin");
    practice.wish(ben.client(), "wish.gender.WOMAN", "MUST");
    assertThat(hold(kim, ben)).contains("409", "/problems/against-wishes");
  }

  private String hold(TherapistId therapist, IntakeBegun visitor) {
    var answer = new BookingCalls(port).hold(therapist, TUESDAY, "TEXT", visitor.token().value());
    return answer.status() + " " + answer.body();
  }

  private String page(TherapistId therapist, IntakeBegun visitor) {
    return new Visit(port)
        .call("GET", "/book/" + therapist, "text/html", "", "Intake-Token", visitor.token().value())
        .body();
  }
}
