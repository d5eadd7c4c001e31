package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// A person’s own account: password, address, second step and passkeys, by page and by program.
@SaltwaterTest
class AccountsTest extends AccountStories {
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
  void onThePageAPersonSaysWhatToCallThemAndWhereTheirClockRuns() {
    var client = register();
    var laptop = signedIn(client.id());
    laptop.get("/account");
    var slip = laptop.post("/account/details", "name", " ", "zone", "Mars/One");
    assertThat(slip.status()).isEqualTo(422);
    assertThat(slip.body()).contains("id=\"name-error\"", "id=\"zone-error\"", "time zone");
    assertThat(people.get(client.id()).name()).isEqualTo("Robin");
    var half = laptop.post("/account/details", "name", "https://example.org", "zone", "Asia/Tokyo");
    assertThat(half.body())
        .as("what was typed is kept")
        .contains("value=\"https://example.org\"", "<option value=\"Asia/Tokyo\" selected");

    assertThat(laptop.post("/account/details", "name", "Lou", "zone", "Asia/Tokyo").location())
        .isEqualTo("/account?done=details");
    assertThat(laptop.get("/account?done=details").body())
        .contains("Saved.", "Lou", "<option value=\"Asia/Tokyo\" selected");
    assertThat(people.get(client.id()).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(laptop.get("/home").body())
        .as("the sign-in that asked knows at once")
        .contains("Lou")
        .doesNotContain("Robin");
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
}
