package org.saltwater.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;

/// Accounts: invitations, resets, changes, and what the mails about them open.
@SaltwaterTest
class AccountsTest {
  private static final String PASSWORD = "the sea after rain, again";
  private static final String OTHER = "a lighthouse in the fog";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired Passkeys passkeys;
  @Autowired JdbcClient jdbc;
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
  void allPasskeysAreRemovedWithOneClick() {
    var client = register();
    addPasskey(client.id(), "one");
    addPasskey(client.id(), "two");
    var laptop = signedIn(client.id());
    assertThat(laptop.get("/account").body()).contains("Remove all passkeys");
    assertThat(laptop.post("/account/passkeys/remove").location())
        .isEqualTo("/account?done=passkeys-removed");

    assertThat(passkeys.list(client.id())).isEmpty();
    assertThat(new Visit(port).get("/demo/mail").body())
        .contains("removes every passkey", "/sign-in/forgotten");
  }

  @Test
  void anOldSignInAloneCannotChangeTheWaysOfSigningIn() {
    var client = register();
    var laptop = signedIn(client.id());
    laptop.get("/account");
    clock.advance(Duration.ofMinutes(6));
    assertThat(laptop.get("/account/second-step").location()).isEqualTo("/account/confirm");
    laptop.get("/account");
    for (var change : List.of("/account/recovery-codes", "/account/second-step/remove")) {
      assertThat(laptop.post(change).location()).as(change).isEqualTo("/account/confirm");
    }
    assertThat(laptop.post("/account/second-step", "code", "123456").location())
        .isEqualTo("/account/confirm");
    for (var step : List.of("/account/passkeys/question", "/account/passkeys")) {
      assertThat(
              laptop
                  .call("POST", step, "application/json", "{}", "X-CSRF-TOKEN", laptop.csrf())
                  .status())
          .as(step)
          .isEqualTo(403);
    }

    laptop.get("/account/confirm");
    assertThat(laptop.post("/account/confirm", "current", "not this one at all").status())
        .isEqualTo(422);
    assertThat(laptop.get("/account/second-step").location()).isEqualTo("/account/confirm");
    laptop.get("/account/confirm");
    assertThat(laptop.post("/account/confirm", "current", PASSWORD).location())
        .isEqualTo("/account?done=confirmed");
    assertThat(laptop.get("/account/second-step").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(6));
    assertThat(laptop.get("/account/second-step").location()).isEqualTo("/account/confirm");
  }

  @Test
  void aProgramManagesAnAccountAsThePagesDo() {
    var client = register();
    var program = new Visit(port);
    var bearer =
        new String[] {"Authorization", "Bearer " + signIns.issue(client.id(), "Test").value()};
    assertThat(
            program
                .json("PUT", "/api/v1/me", "{\"name\":\"Lou\",\"zone\":\"Asia/Tokyo\"}", bearer)
                .body())
        .contains("Lou", "Asia/Tokyo", client.email());
    assertThat(
            program
                .json("PUT", "/api/v1/me", "{\"name\":\"Lou\",\"zone\":\"Mars/One\"}", bearer)
                .status())
        .isEqualTo(422);

    clock.advance(Duration.ofMinutes(6));
    var stale = program.json("POST", "/api/v1/me/second-step", "", bearer);
    assertThat(stale.status()).isEqualTo(403);
    assertThat(stale.body()).contains("/problems/confirm-first");
    assertThat(
            program
                .json(
                    "POST",
                    "/api/v1/me/confirmation",
                    "{\"password\":\"%s\"}".formatted(PASSWORD),
                    bearer)
                .status())
        .isEqualTo(204);

    var begun = program.json("POST", "/api/v1/me/second-step", "", bearer).body();
    var secret = begun.replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");
    var code = "{\"code\":\"%s\"}".formatted(Codes.now(secret, clock));
    assertThat(program.json("PUT", "/api/v1/me/second-step", code, bearer).body())
        .contains("codes");
    assertThat(program.json("GET", "/api/v1/me/second-step", "", bearer).body())
        .isEqualTo("{\"on\":true,\"recoveryCodes\":10}");
    assertThat(program.json("PUT", "/api/v1/me/recovery-codes", "", bearer).status())
        .isEqualTo(200);
    assertThat(program.json("DELETE", "/api/v1/me/second-step", "", bearer).status())
        .isEqualTo(204);

    addPasskey(client.id(), "a key");
    assertThat(program.json("GET", "/api/v1/me/passkeys", "", bearer).body()).contains("a key");
    assertThat(program.json("DELETE", "/api/v1/me/passkeys", "", bearer).status()).isEqualTo(204);
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
        .contains("This is not your current password");
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

  /// As Spring Security keeps them; what the device would sign with does not matter here.
  private void addPasskey(PersonId owner, String label) {
    var bits = owner.value();
    var handle =
        ByteBuffer.allocate(16)
            .putLong(bits.getMostSignificantBits())
            .putLong(bits.getLeastSignificantBits())
            .array();
    jdbc.sql(
            """
            insert into user_credentials
              (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
               backup_eligible, authenticator_transports, public_key_credential_type, backup_state, created,
               last_used, label)
            values (:id, :owner, '\\x00', 0, true, true, 'internal', 'public-key', true, now(), now(), :label)
            """)
        .param("id", new Bytes(UUID.randomUUID().toString().getBytes(UTF_8)).toBase64UrlString())
        .param("owner", new Bytes(handle).toBase64UrlString())
        .param("label", label)
        .update();
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
