package org.saltwater.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Role;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages that exist once two people are in care together: usable by everyone, and light.
@Tag("journey")
class PagesOfTwoTest extends TwoPeopleTest {
  @Autowired private TherapySessions sessions;
  @Autowired private RiskFlags flags;

  @Test
  void timesAndAppointments() {
    inCare();
    lookAt(visit(lea, "/book/" + therapist()), "book");
    var appointment = book(TUESDAY_SEVEN);
    lookAt(visit(lea, "/appointments"), "appointments");
    lookAt(visit(lea, "/appointments/" + appointment.id()), "appointment");
    lookAt(visit(lea, "/appointments/" + appointment.id() + "/cancel"), "appointment-cancel");
    lookAt(visit(lea, "/appointments/" + appointment.id() + "/move"), "appointment-move");
    lookAt(visit(amara, "/calendar?week=2026-11-23"), "calendar");
  }

  @Test
  void writingToEachOther() {
    inCare();
    write(amara, "I look forward to Tuesday. Is there something you would like to begin with?");
    var talk =
        write(lea, "Yes. It is easier to write this part.\n\n" + "a-very-long-word".repeat(9));
    lookAt(visit(lea, "/messages"), "messages");
    lookAt(visit(lea, "/messages/" + talk.id()), "conversation");
    lookAt(visit(amara, "/messages/" + talk.id()), "conversation-of-therapist");
  }

  @Test
  void theHourFromTheWaitingRoomToTheFiveQuestions() {
    inCare();
    var appointment = book(MONDAY_TEN);
    clock.set(MONDAY_TEN.minus(Duration.ofMinutes(5)));
    var room = "/sessions/" + appointment.id();
    lookAt(visit(lea, room), "room-before");
    sessions.arrive(appointment.id(), lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    lookAt(visit(lea, room), "room-waiting");
    lookAt(visit(amara, room), "room-therapist");
    clock.set(MONDAY_TEN);
    sessions.admit(appointment.id(), amara.id());
    write(amara, "Good morning. Take the time you need.");
    lookAt(visit(lea, room), "room-open");
    sessions.end(appointment.id(), amara.id());
    lookAt(visit(lea, room + "/check-in"), "check-in");
  }

  @Test
  void followUpAndOnCall() {
    inCare();
    flags.raise(client(), RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    var coordinator = someone("Ines", Role.COORDINATOR);
    lookAt(visit(amara, "/risk-flags"), "risk-flags-of-therapist");
    var page = visit(coordinator, "/risk-flags");
    assertThat(page.locator("main h1").count()).isEqualTo(1);
    lookAt(page, "risk-flags");
    lookAt(visit(coordinator, "/on-call"), "on-call");
  }
}
