package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// The limits as they are in a practice, and whose address they count by.
@SaltwaterTest
@TestPropertySource(properties = {"saltwater.rate-limits=true", "saltwater.proxies=127.0.0.1/32"})
class BehindAProxyTest {
  private static final String PROXY = "127.0.0.1";
  private static final String SOMEONE_ELSE = "127.0.0.2";
  private static final int TRIES = 10;

  @LocalServerPort int port;
  @Autowired People people;

  @Test
  void theEleventhWrongTryIsAskedToWait() {
    var email = register();
    var visit = new Visit(port);
    visit.get("/sign-in");
    for (int i = 0; i < TRIES; i++) {
      assertThat(wrong(visit, email).status()).isEqualTo(422);
    }
    var refused = wrong(visit, email);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).contains("A moment, please");
  }

  @Test
  void visitorsBehindATrustedProxyAreToldApart() throws Exception {
    var email = register();
    for (int i = 0; i < TRIES; i++) {
      assertThat(wrong(PROXY, email, "203.0.113.1")).isEqualTo(401);
    }
    assertThat(wrong(PROXY, email, "203.0.113.1")).isEqualTo(429);
    assertThat(wrong(PROXY, email, "203.0.113.2")).isEqualTo(401);
  }

  @Test
  void whoIsNoProxyCannotSayWhereTheyComeFrom() throws Exception {
    var email = register();
    for (int i = 0; i < TRIES; i++) {
      assertThat(wrong(SOMEONE_ELSE, email, "198.51.100." + i)).isEqualTo(401);
    }
    assertThat(wrong(SOMEONE_ELSE, email, "198.51.100.99")).isEqualTo(429);
  }

  @Test
  void whatIsNoAddressIsNotCountedAsOne() throws Exception {
    for (int i = 0; i <= TRIES; i++) {
      assertThat(wrong(PROXY, "x".repeat(50_000), "203.0.113.7")).isEqualTo(401);
    }
  }

  @Test
  void questionsForAPasskeyRunOut() throws Exception {
    var visit = new Visit(port);
    visit.get("/sign-in");
    int answer = 200;
    for (int i = 0; i <= RateLimit.PASSKEY_BY_ADDRESS.most() && answer == 200; i++) {
      var asked =
          visit.call(
              "POST",
              "/sign-in/passkey/question",
              "application/json",
              "",
              "X-CSRF-TOKEN",
              visit.csrf(),
              "X-Forwarded-For",
              "203.0.113.200");
      answer = asked.status();
    }
    assertThat(answer).isEqualTo(429);
  }

  private static Visit.Answer wrong(Visit visit, String email) {
    return visit.post("/sign-in", "email", email, "password", "wrong wrong wrong");
  }

  private int wrong(String peer, String email, String forwardedFor)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().localAddress(InetAddress.getByName(peer)).build()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/sign-ins"))
                  .header("Content-Type", "application/json")
                  .header("X-Forwarded-For", forwardedFor)
                  .POST(
                      BodyPublishers.ofString(
                          "{\"email\":\"%s\",\"password\":\"wrong wrong wrong\"}".formatted(email)))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  private String register() {
    var email = UUID.randomUUID() + "@example.org";
    people.register(
        new NewPerson(
            PersonId.random(),
            "Robin",
            email,
            Set.of(Role.CLIENT),
            ZoneId.of("Europe/Berlin"),
            new Redacted<>("the sea after rain, again")));
    return email;
  }
}
