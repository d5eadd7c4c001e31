package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Accounts: invitations, resets, changes, and what the mails about them open.
@SaltwaterTest
class AccountsTest {
  private static final String PASSWORD = "the sea after rain, again";
  private static final String OTHER = "a lighthouse in the fog";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired TestClock clock;

  @BeforeEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aTherapistIsInvitedChoosesAPasswordAndSetsUpTheSecondStep() {
    var coordinator = signedIn(person(Role.COORDINATOR));
    var email = UUID.randomUUID() + "@example.org";
    coordinator.get("/invitations");
    assertThat(
            coordinator
                .post("/invitations", "name", "Amara", "email", email, "roles", "THERAPIST")
                .location())
        .isEqualTo("/invitations?sent");
    assertThat(coordinator.get("/invitations").body()).contains(email);
    var link = linkTo(email, "/invitation/");

    var therapist = new Visit(port);
    assertThat(therapist.get(link).body()).contains("Welcome, Amara");
    assertThat(therapist.post(link, "password", "too short").status()).isEqualTo(422);
    assertThat(therapist.post(link, "password", PASSWORD).location())
        .isEqualTo("/sign-in/second-step");

    assertThat(new Visit(port).get(link).status()).as("it works once").isEqualTo(410);
    assertThat(people.findByEmail(email).orElseThrow().roles()).containsExactly(Role.THERAPIST);
  }

  @Test
  void anInvitationEndsAfterSevenDaysOrWhenItIsTakenBack() {
    var coordinator = signedIn(person(Role.COORDINATOR));
    var late = UUID.randomUUID() + "@example.org";
    var withdrawn = UUID.randomUUID() + "@example.org";
    for (var email : new String[] {late, withdrawn}) {
      coordinator.get("/invitations");
      coordinator.post("/invitations", "name", "Amara", "email", email, "roles", "THERAPIST");
    }
    var id = people.findByEmail(withdrawn).orElseThrow().id();
    coordinator.post("/invitations/" + id + "/withdraw");
    assertThat(new Visit(port).get(linkTo(withdrawn, "/invitation/")).status()).isEqualTo(410);

    assertThat(new Visit(port).get(linkTo(late, "/invitation/")).status()).isEqualTo(200);
    clock.advance(Duration.ofDays(7));
    assertThat(new Visit(port).get(linkTo(late, "/invitation/")).status()).isEqualTo(410);
  }

  @Test
  void aCoordinatorCannotMakeAnOperatorNorAClientInviteAnyone() {
    var coordinator = signedIn(person(Role.COORDINATOR));
    coordinator.get("/invitations");
    assertThat(
            coordinator
                .post("/invitations", "name", "A", "email", "op@example.org", "roles", "OPERATOR")
                .status())
        .isEqualTo(422);
    assertThat(signedIn(person(Role.CLIENT)).get("/invitations").status()).isEqualTo(403);
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndEndsEverySignIn() {
    var client = register();
    var phone = signedIn(client.id());
    var lost = new Visit(port);
    lost.get("/sign-in/forgotten");
    var known = lost.post("/sign-in/forgotten", "email", client.email());
    lost.get("/sign-in/forgotten");
    var unknown = lost.post("/sign-in/forgotten", "email", "nobody@example.org");
    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
    assertThat(unknown.body()).isEqualTo(known.body());

    var link = linkTo(client.email(), "/reset/");
    lost.get(link);
    assertThat(lost.post(link, "password", client.email() + "1").status()).isEqualTo(422);
    assertThat(lost.post(link, "password", OTHER).status()).isEqualTo(200);
    assertThat(lost.post(link, "password", PASSWORD).status()).isEqualTo(410);

    assertThat(phone.get("/account").status()).isEqualTo(303);
    assertThat(people.findByPassword(client.email(), new Redacted<>(OTHER))).isPresent();
    assertThat(people.findByPassword(client.email(), new Redacted<>(PASSWORD))).isEmpty();
  }

  @Test
  void aResetLinkEndsAfterThirtyMinutes() {
    var client = register();
    var lost = new Visit(port);
    lost.get("/sign-in/forgotten");
    lost.post("/sign-in/forgotten", "email", client.email());
    clock.advance(Duration.ofMinutes(30));

    assertThat(lost.get(linkTo(client.email(), "/reset/")).status()).isEqualTo(410);
  }

  @Test
  void changingThePasswordAsksForThePresentOneAndSignsOutElsewhere() {
    var client = register();
    var phone = signedIn(client.id());
    var laptop = signedIn(client.id());
    laptop.get("/account");
    assertThat(
            laptop
                .post("/account/password", "current", "not this one at all", "password", OTHER)
                .body())
        .contains("This is not your present password");
    assertThat(laptop.post("/account/password", "current", PASSWORD, "password", "short").status())
        .isEqualTo(422);
    assertThat(laptop.post("/account/password", "current", PASSWORD, "password", OTHER).location())
        .isEqualTo("/account?done=password");

    assertThat(laptop.get("/account").status()).isEqualTo(200);
    assertThat(phone.get("/account").status()).isEqualTo(303);
  }

  @Test
  void anAddressIsConfirmedByItsLinkAndNotByAScannerThatOnlyOpensIt() {
    var client = register();
    var link = linkTo(client.email(), "/confirm/");
    var visit = new Visit(port);
    visit.get(link);
    visit.get(link);
    assertThat(people.isEmailConfirmed(client.id())).isFalse();
    visit.post(link);
    assertThat(people.isEmailConfirmed(client.id())).isTrue();
  }

  @Test
  void twoAccountsCannotShareAnAddress() {
    var client = register();
    assertThatThrownBy(
            () ->
                people.register(
                    new NewPerson(
                        PersonId.random(),
                        "Someone",
                        client.email().toUpperCase(java.util.Locale.ROOT),
                        Set.of(Role.CLIENT),
                        ZoneId.of("UTC"),
                        new Redacted<>(OTHER))))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(IdentityProblem.ALREADY_REGISTERED));
  }

  private String linkTo(String email, String path) {
    var mails = new Visit(port).get("/demo/mail").body();
    var found =
        Pattern.compile(
                Pattern.quote("To " + email) + ".*?(" + Pattern.quote(path) + "[\\w-]+)",
                Pattern.DOTALL)
            .matcher(mails);
    assertThat(found.find()).as("a mail to %s with a link to %s", email, path).isTrue();
    return found.group(1);
  }

  private Visit signedIn(PersonId id) {
    var visit = new Visit(port);
    visit.setCookie("__Host-saltwater", signIns.issue(id, "Test").value());
    return visit;
  }

  private PersonId person(Role role) {
    var id = PersonId.random();
    people.addAll(
        java.util.List.of(
            new Person(id, "Noor", id + "@example.org", Set.of(role), ZoneId.of("Europe/Berlin"))));
    return id;
  }

  private Person register() {
    return people.register(
        new NewPerson(
            PersonId.random(),
            "Robin",
            UUID.randomUUID() + "@example.org",
            Set.of(Role.CLIENT),
            ZoneId.of("Europe/Berlin"),
            new Redacted<>(PASSWORD)));
  }
}
