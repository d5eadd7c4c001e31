package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// Signing in and out: with a password, a second step, as a program.
@SaltwaterTest
class SignInTest extends SigningIn {
  @Test
  void aClientSignsInSeesTheirAccountAndSignsOut() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);

    assertThat(visit.get("/account").location()).isEqualTo("/sign-in?next=%2Faccount");
    assertThat(visit.cookie("__Host-saltwater")).as("a visitor gets no session").isEmpty();
    visit.get("/sign-in?next=/account");
    assertThat(visit.cookie("__Host-saltwater")).isEmpty();

    var answer =
        visit.post(
            "/sign-in",
            "email",
            client.email().toUpperCase(Locale.ROOT),
            "password",
            PASSWORD,
            "next",
            "/account");
    assertThat(answer.location()).isEqualTo("/account");
    assertThat(visit.get("/account").body()).contains(client.email());

    assertThat(visit.post("/sign-out").location()).isEqualTo("/");
    assertThat(visit.get("/account").status()).isEqualTo(303);
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);
    visit.get("/sign-in");

    var wrong = visit.post("/sign-in", "email", client.email(), "password", "wrong wrong wrong");
    var unknown =
        visit.post("/sign-in", "email", "nobody@example.org", "password", "wrong wrong wrong");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(shape(unknown.body(), "nobody@example.org"))
        .isEqualTo(shape(wrong.body(), client.email()));
  }

  @Test
  void onlyAPathOfOurOwnIsFollowedAfterSigningIn() {
    var client = register(Role.CLIENT);
    for (var foreign :
        new String[] {
          "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "home"
        }) {
      var visit = new Visit(port);
      visit.get("/sign-in");
      var answer =
          visit.post("/sign-in", "email", client.email(), "password", PASSWORD, "next", foreign);
      assertThat(answer.location()).as(foreign).isEqualTo("/home");
    }
  }

  @Test
  void aTherapistReachesNothingBeforeTheSecondStep() {
    var therapist = register(Role.THERAPIST);
    var visit = new Visit(port);
    visit.get("/sign-in");
    var answer =
        visit.post(
            "/sign-in", "email", therapist.email(), "password", PASSWORD, "next", "/account");
    assertThat(answer.location()).isEqualTo("/sign-in/second-step");
    assertThat(visit.get("/account").status()).isEqualTo(303);

    var page = visit.get("/sign-in/second-step").body();
    var secret = find("<code class=\"secret\">([A-Z2-7 ]+)</code>", page);
    assertThat(visit.get("/sign-in/second-step").body()).contains(secret);
    assertThat(visit.post("/sign-in/second-step", "code", "000000").status()).isEqualTo(422);
    var codes = visit.post("/sign-in/second-step", "code", Codes.now(secret, clock)).body();
    assertThat(codes).contains("Keep these codes");
    assertThat(visit.get("/account").status()).isEqualTo(200);

    var again = new Visit(port);
    again.get("/sign-in");
    assertThat(again.post("/sign-in", "email", therapist.email(), "password", PASSWORD).location())
        .isEqualTo("/sign-in/code");
    assertThat(again.get("/account").status()).isEqualTo(303);
    again.get("/sign-in/code");
    assertThat(again.post("/sign-in/code", "code", Codes.now(secret, clock)).status())
        .as("a code works once")
        .isEqualTo(422);
    clock.advance(Duration.ofSeconds(30));
    assertThat(again.post("/sign-in/code", "code", Codes.now(secret, clock)).location())
        .isEqualTo("/home");

    var recovery = find("<code>([a-z2-7-]+)</code>", codes);
    assertThat(byRecoveryCode(therapist, recovery).location()).isEqualTo("/home");
    assertThat(byRecoveryCode(therapist, recovery).status()).isEqualTo(422);
  }

  @Test
  void aProgramSignsInWithATokenAndNeedsNoFormToken() {
    var client = register(Role.CLIENT);
    var program = new Visit(port);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(program.get("/api/v1/me").body()).contains("/problems/sign-in-needed");

    var answer =
        program.json(
            "POST",
            "/api/v1/sign-ins",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(client.email(), PASSWORD));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(program.cookie("__Host-saltwater")).isEmpty();
    var bearer =
        new String[] {"Authorization", "Bearer " + find("\"token\":\"([^\"]+)", answer.body())};

    assertThat(program.json("GET", "/api/v1/me", "", bearer).body()).contains(client.email());
    assertThat(program.json("DELETE", "/api/v1/sign-ins/current", "", bearer).status())
        .isEqualTo(204);
    assertThat(program.json("GET", "/api/v1/me", "", bearer).status()).isEqualTo(401);
    assertThat(program.json("POST", "/api/v1/sign-ins", "{}").status()).isEqualTo(401);
    assertThat(program.json("POST", "/api/v1/sign-ins", "no json").status()).isEqualTo(422);
  }

  @Test
  void whoHasLeftCannotSignIn() {
    var client = register(Role.CLIENT);
    people.retire(client.id());
    var visit = new Visit(port);
    visit.get("/sign-in");

    assertThat(visit.post("/sign-in", "email", client.email(), "password", PASSWORD).status())
        .isEqualTo(422);
  }

  @Test
  void whatMachinesAskForIsThere() {
    var visit = new Visit(port);
    assertThat(visit.get("/health").status()).isEqualTo(200);
    assertThat(visit.get("/api/openapi.json").body()).contains("/api/v1/sign-ins");
  }

  private Visit.Answer byRecoveryCode(Person person, String code) {
    var visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "email", person.email(), "password", PASSWORD);
    visit.get("/sign-in/code");
    return visit.post("/sign-in/code", "code", code.toUpperCase(Locale.ROOT));
  }

  private static String shape(String page, String email) {
    return page.replace(email, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  private static String find(String pattern, String text) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
