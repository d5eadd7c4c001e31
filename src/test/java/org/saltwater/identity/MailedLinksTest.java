package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// What the mails about an account open: an invitation, a new password.
@SaltwaterTest
class MailedLinksTest extends AccountStories {
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
  void aResetRemovesThePasskeysTooSoThatWhoHadGotInIsOut() {
    var client = register();
    addPasskey(client.id(), "of-someone-else");
    var lost = new Visit(port);
    lost.get("/sign-in/forgotten");
    lost.post("/sign-in/forgotten", "email", client.email());
    var link = linkTo(client.email(), "/reset/");
    lost.get(link);
    assertThat(lost.post(link, "password", OTHER).body()).contains("passkeys were removed");

    assertThat(passkeys.list(client.id())).isEmpty();
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

  private PersonId person(Role role) {
    var id = PersonId.random();
    people.addAll(
        java.util.List.of(
            new Person(id, "Noor", id + "@example.org", Set.of(role), ZoneId.of("Europe/Berlin"))));
    return id;
  }
}
