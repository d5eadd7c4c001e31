package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// The questionnaire’s pages: who gets in, and what is said about a slip.
@SaltwaterTest
@Tag("safety")
class IntakeWebTest extends IntakeOnTheWeb {
  @Test
  void aSlipIsSaidBesideTheFieldAndEverythingTypedIsKept() {
    var visit = new Visit(port);
    visit.get("/begin");
    assertThat(visit.post("/begin").location()).isEqualTo("/begin/1");
    visit.get("/begin/1");
    var again = visit.post("/begin/1", "adult", "yes", "place", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "id=\"place-error\"",
            "Please choose an answer",
            "value=\"yes\" checked",
            "href=\"#place\"");
    assertThat(visit.post("/begin/1", "adult", "yes", "place", "DE").location())
        .isEqualTo("/begin/4");
    assertThat(visit.get("/begin/8").location()).as("not before consent").isEqualTo("/begin/4");
    assertThat(visit.get("/begin/99").status()).isEqualTo(404);
  }

  @Test
  void helpStandsOnThePageThatNeedsAnotherLookAndTheCookieIsRenewedOnTheWay() {
    var visit = new Visit(port);
    visit.get("/begin");
    visit.post("/begin");
    visit.get("/begin/1");
    visit.post("/begin/1", "adult", "yes", "place", "DE");
    visit.get("/begin/4");
    visit.post(
        "/begin/4",
        "consent.answers",
        "true",
        "consent.readers",
        "true",
        "consent.risk",
        "true",
        "consent.not-emergency",
        "true");
    assertThat(visit.get("/begin/5").body()).contains("on call right now");
    visit.post("/begin/5", "domains", "SLEEP");
    visit.get("/begin/21");
    var slip = visit.post("/begin/21", "self-harm.recent", "1", "self-harm.past", "nonsense");
    assertThat(slip.status()).isEqualTo(422);
    assertThat(slip.body()).contains("Thank you for telling us", "tel:", "/begin/pause?next=21");
    assertThat(
            visit
                .post(
                    "/begin/21",
                    "self-harm.recent",
                    "2",
                    "self-harm.past",
                    "nonsense",
                    "go",
                    "back")
                .location())
        .startsWith("/begin/pause");
    visit.get("/begin/5");
    var risky = visit.post("/begin/5", "domains", "SELF_HARM_AND_SUICIDAL_THOUGHTS");
    assertThat(risky.location()).startsWith("/begin/pause");
    assertThat(visit.get(risky.location()).body()).contains("tel:");
    assertThat(visit.post("/begin/forget").body()).contains("Everything is deleted");
  }

  @Test
  void withAnAccountTheCookieOpensNothingAnyMoreAndNobodyElsesDoesEver() {
    var visit = new Visit(port);
    visit.get("/begin");
    visit.post("/begin");
    assertThat(visit.get("/begin/1").status()).isEqualTo(200);
    var stranger = new Visit(port);
    stranger.setCookie("__Host-intake", "x".repeat(43));
    assertThat(stranger.get("/begin/1").location()).isEqualTo("/begin");

    var client =
        jdbc.sql("select client from intake_intake order by begun_at desc, id limit 500")
            .query(UUID.class)
            .list();
    client.forEach(id -> registerOnce(new PersonId(id)));
    assertThat(visit.get("/begin/1").location()).isEqualTo("/begin");
  }

  private void registerOnce(PersonId id) {
    if (people.find(id).isEmpty()) {
      people.register(
          new NewPerson(
              id,
              "Kim",
              id + "@example.org",
              Set.of(Role.CLIENT),
              ZoneOffset.UTC,
              new Redacted<>("a long enough sentence")));
    }
  }
}
