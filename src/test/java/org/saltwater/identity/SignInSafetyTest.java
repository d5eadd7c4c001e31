package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a stolen, planted, old or forged sign-in is worth: nothing.
@SaltwaterTest
class SignInSafetyTest extends SigningIn {
  @Autowired SignIns signIns;
  @Autowired JdbcClient jdbc;

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
  void theCookieAloneDoesNotOpenTheApiToForgedRequests() {
    var client = register(Role.CLIENT);
    var visit = new Visit(port);
    signIn(visit, client);

    assertThat(visit.json("DELETE", "/api/v1/sign-ins", "").status()).isEqualTo(403);
    assertThat(visit.get("/api/v1/me").status()).isEqualTo(200);
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

  private void signIn(Visit visit, Person person) {
    visit.get("/sign-in");
    assertThat(visit.post("/sign-in", "email", person.email(), "password", PASSWORD).location())
        .isEqualTo("/home");
  }
}
