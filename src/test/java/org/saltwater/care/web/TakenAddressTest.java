package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.People;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Booking has to tell that an address has an account. It tells so a few times an hour, and the
/// address's owner once a day.
@SaltwaterTest
@TestPropertySource(properties = "saltwater.rate-limits=true")
@Import(BookablePractice.class)
class TakenAddressTest {
  private static final String PASSWORD = "the sea after the rain 42";
  private static final int TOLD_AN_HOUR = 5;

  @LocalServerPort int port;
  @Autowired private BookablePractice practice;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;

  private TherapistId amara = TherapistId.random();
  private String taken = "";

  @BeforeEach
  void anAccount() {
    amara = practice.therapist("Amara | by text", "Tue 09:00-12:00", "Wed 09:00-12:00");
    taken = people.get(practice.client("Noor", "UTC").person()).email();
  }

  @Test
  void whoAsksAddressByAddressIsStoppedByPageAndByProgram() {
    var visitor = practice.visitor("DE", "Europe/Berlin");
    var intake = visitor.token().value();
    var hold = holdOf(intake, "2026-11-24T08:00:00Z");
    for (var attempt = 0; attempt < TOLD_AN_HOUR; attempt++) {
      var answer = confirm(hold, intake, taken, PASSWORD);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).contains("already-registered", "\"field\":\"email\"");
    }
    assertThat(confirm(hold, intake, taken, PASSWORD).status()).isEqualTo(429);
    assertThat(confirm(hold, intake, "nobody@example.org", PASSWORD).status())
        .as("nor is it told that an address is free")
        .isEqualTo(429);
    var page =
        new Visit(port)
            .call(
                "POST",
                "/book/hold/" + hold,
                "application/x-www-form-urlencoded",
                "name=Ben&email=" + taken + "&password=" + PASSWORD.replace(' ', '+'),
                "Intake-Token",
                intake);
    assertThat(page.status()).isIn(403, 429);
    assertThat(page.body()).doesNotContain("account with this address");
    assertThat(people.find(visitor.client().person())).isEmpty();
    assertThat(mails()).as("the owner hears of it, once a day").isEqualTo(1);

    practice.clock.advance(Duration.ofHours(1));
    var later = holdOf(intake, "2026-11-24T08:00:00Z");
    assertThat(confirm(later, intake, "ben@example.org", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void slipsOfOnesOwnAndOtherPeoplesBookingsUseNothingUp() {
    practice.clock.advance(Duration.ofHours(2));
    var intake = practice.visitor("DE", "Europe/Berlin").token().value();
    var hold = holdOf(intake, "2026-11-24T08:00:00Z");
    for (var slip = 0; slip < TOLD_AN_HOUR + 3; slip++) {
      assertThat(confirm(hold, intake, "kim@example.org", "short").status()).isEqualTo(422);
    }
    assertThat(confirm(hold, intake, "kim@example.org", PASSWORD).status()).isEqualTo(200);
  }

  private String holdOf(String intake, String start) {
    var held = new BookingCalls(port).hold(amara, start, "TEXT", intake);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    return held.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private Answer confirm(String hold, String intake, String email, String password) {
    return new BookingCalls(port)
        .call(
            "POST",
            BookingCalls.APPOINTMENTS + "/" + hold + "/confirmation",
            "{\"name\":\"Ben\",\"email\":\"" + email + "\",\"password\":\"" + password + "\"}",
            "Intake-Token",
            intake);
  }

  private int mails() {
    return jdbc.sql("select count(*) from notifications_mail where recipient = ?")
        .param(taken)
        .query(Integer.class)
        .single();
  }
}
