package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in and out, as a browser and as a program.
@SaltwaterTest
class SignInTest {
  private static final String PASSWORD = "the sea after rain, again";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void resetClock() {
    clock.reset();
  }

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
  void theIdIsNewAfterSigningInAndAPlantedOneIsWorthNothing() {
    var client = register(Role.CLIENT);
    var planted = halfWay();
    var visit = new Visit(port);
    visit.setCookie("__Host-saltwater", planted);
    signIn(visit, client);

    assertThat(visit.cookie("__Host-saltwater")).isNotEqualTo(planted).hasSizeGreaterThan(40);
    var attacker = new Visit(port);
    attacker.setCookie("__Host-saltwater", planted);
    assertThat(attacker.get("/account").status()).isEqualTo(303);
    assertThat(attacker.get("/sign-in/second-step").status()).as("it ended").isEqualTo(303);
  }

  /// An id that we ourselves gave someone on the way in: the real thing to plant.
  private String halfWay() {
    var therapist = register(Role.THERAPIST);
    var attacker = new Visit(port);
    attacker.get("/sign-in");
    attacker.post("/sign-in", "email", therapist.email(), "password", PASSWORD);
    var id = attacker.cookie("__Host-saltwater");
    assertThat(id).hasSizeGreaterThan(40);
    assertThat(attacker.get("/sign-in/second-step").status()).isEqualTo(200);
    return id;
  }

  @Test
  void whoeverSignsInWithTheSameBrowserEndsTheSignInThatItHeld() {
    var first = register(Role.CLIENT);
    var second = register(Role.CLIENT);
    var visit = new Visit(port);
    signIn(visit, first);
    var before = visit.cookie("__Host-saltwater");
    signIn(visit, second);

    assertThat(visit.cookie("__Host-saltwater")).isNotEqualTo(before);
    assertThat(visit.get("/account").body()).contains(second.email());
    var attacker = new Visit(port);
    attacker.setCookie("__Host-saltwater", before);
    assertThat(attacker.get("/account").status()).isEqualTo(303);
    assertThat(signIns.list(first.id())).isEmpty();
  }

  @Test
  void whatTheDatabaseHoldsOpensNothing() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);
    signIn(visit, client);
    var token = visit.cookie("__Host-saltwater");

    var rows =
        jdbc.sql("select identity_sign_in::text from identity_sign_in").query(String.class).list();

    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
  }

  @Test
  void aRevokedSignInEndsAtOnceAndIsNotWrittenAgain() {
    var client = register(Role.CLIENT);
    var phone = new Visit(port);
    var laptop = new Visit(port);
    signIn(phone, client);
    signIn(laptop, client);
    assertThat(phone.get("/account").status()).isEqualTo(200);

    laptop.get("/account");
    assertThat(laptop.post("/account/sign-ins/revoke").location())
        .isEqualTo("/account?done=signed-out");

    assertThat(phone.get("/account").status()).isEqualTo(303);
    assertThat(laptop.get("/account").status()).isEqualTo(200);
    assertThat(signIns.list(client.id())).hasSize(1);
  }

  @Test
  void aSignInEndsAfterRestAndAfterItsLongestLife() {
    var client = register(Role.CLIENT);
    var resting = new Visit(port);
    signIn(resting, client);
    clock.advance(Duration.ofHours(25));
    assertThat(resting.get("/account").status()).isEqualTo(303);

    var busy = new Visit(port);
    signIn(busy, client);
    for (int hours = 0; hours < 29 * 24; hours += 20) {
      clock.advance(Duration.ofHours(20));
      assertThat(busy.get("/account").status()).as("after %s hours", hours).isEqualTo(200);
    }
    clock.advance(Duration.ofHours(23));
    clock.advance(Duration.ofHours(23));
    assertThat(busy.get("/account").status()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedKindly() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);
    signIn(visit, client);

    var answer = visit.post("/account/sign-ins/revoke", "_csrf", "forged");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("This page waited too long");
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
  void theCookieAloneDoesNotOpenTheApiToForgedRequests() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);
    signIn(visit, client);

    assertThat(visit.json("DELETE", "/api/v1/sign-ins", "").status()).isEqualTo(403);
    assertThat(visit.get("/api/v1/me").status()).isEqualTo(200);
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

  private void signIn(Visit visit, Person person) {
    visit.get("/sign-in");
    assertThat(visit.post("/sign-in", "email", person.email(), "password", PASSWORD).location())
        .isEqualTo("/home");
  }

  private Person register(Role role) {
    return people.register(
        new NewPerson(
            PersonId.random(),
            "Robin",
            UUID.randomUUID() + "@example.org",
            Set.of(role),
            ZoneId.of("Europe/Berlin"),
            new Redacted<>(PASSWORD)));
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
