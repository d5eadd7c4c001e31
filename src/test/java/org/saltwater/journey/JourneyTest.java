package org.saltwater.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("journey")
@SaltwaterTest
class JourneyTest {
  private static final String PASSWORD = "a quiet morning by the sea";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private SecondSteps secondSteps;
  @Autowired private Therapists therapists;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Operator operator = new Operator.OfDemo();

  @BeforeEach
  void aCoordinator() {
    var email = "operator-" + PersonId.random() + "@example.org";
    var person =
        people.register(
            new NewPerson(
                PersonId.random(),
                "Ines Costa",
                email,
                Set.of(Role.COORDINATOR),
                ZoneOffset.UTC,
                new Redacted<>(PASSWORD)));
    var secret = secondSteps.setUpAtOnce(person).value();
    operator =
        new Operator.Named(
            email,
            PASSWORD,
            Optional.of(OneTimeCode.of(secret, clock.instant())),
            Optional.empty());
  }

  @AfterEach
  void theClockStandsWhereItStood() {
    clock.reset();
  }

  @Test
  void aClientAndTwoTherapistsGoTheWholeWay() {
    assertThat(play("http://localhost:" + port)).as(told()).isZero();
    assertThat(told()).contains("steps went as they should");
  }

  @Test
  void nobodyIsLeftWhomAClientCouldMeet() {
    assertThat(play("http://localhost:" + port)).as(told()).isZero();
    assertThat(therapists.list()).isEmpty();
    assertThat(count("select count(*) from therapists_profile where standing <> 'LEFT'")).isZero();
    assertThat(count("select count(*) from care_episode where state = 'OPEN'")).isZero();
    assertThat(
            count(
                "select count(*) from scheduling_appointment where state in ('HELD', 'BOOKED') and starts_at > now()"))
        .isZero();
    assertThat(
            count(
                "select count(*) from identity_person where email like '%smoke-test.invalid' and retired_at is null"))
        .isZero();
    assertThat(count("select count(*) from notifications_mail where recipient like '%invalid'"))
        .isZero();
  }

  @Test
  void aTestWhoseProgramWasKilledIsEndedInItsTime() {
    var visitor = Api.of(URI.create("http://localhost:" + port));
    var named = (Operator.Named) operator;
    var me = Someone.signedIn(visitor, named.email(), named.password(), named.code().orElseThrow());
    var left = me.api().post("/api/v1/practice/smoke-tests", null, Wire.SmokeTest.class);
    assertThat(standing(left)).isEqualTo(Standing.ACTIVE);

    clock.advance(Duration.ofMinutes(16));
    var next = me.api().post("/api/v1/practice/smoke-tests", null, Wire.SmokeTest.class);

    assertThat(standing(left)).isEqualTo(Standing.LEFT);
    assertThat(standing(next)).isEqualTo(Standing.ACTIVE);
    me.api().delete("/api/v1/practice/smoke-tests/" + next.id());
    assertThat(standing(next)).isEqualTo(Standing.LEFT);
  }

  @Test
  void aServerThatIsAwayIsSaidInOneLine() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(play("http://localhost:" + free)).isEqualTo(1);
    assertThat(told().lines().toList().getLast())
        .isEqualTo(
            "Step 1, “the server is well”: expected a server at http://localhost:%d, but nothing answers there."
                .formatted(free));
  }

  @Test
  void aWrongPasswordIsSaidWithTheStepAndWhatCame() {
    var named = (Operator.Named) operator;
    operator =
        new Operator.Named(named.email(), "not their password", named.code(), Optional.empty());
    assertThat(play("http://localhost:" + port)).isEqualTo(1);
    assertThat(told().lines().toList().getLast())
        .startsWith("Step 2, “the operator signs in”: expected success from POST /api/v1/sign-ins")
        .contains("it answered 401");
  }

  @Test
  void aRealPracticeAsksWhoBegins() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/health") ? 200 : 404, -1);
          exchange.close();
        });
    server.start();
    operator = new Operator.OfDemo();
    try {
      assertThat(play("http://localhost:" + server.getAddress().getPort())).isEqualTo(1);
      assertThat(told()).contains("expected a demo, or a name with --as");
    } finally {
      server.stop(0);
    }
  }

  private Standing standing(Wire.SmokeTest test) {
    return therapists.get(new TherapistId(test.therapists().getFirst().id())).standing();
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private int play(String address) {
    var out = new PrintStream(new Passing(), true, StandardCharsets.UTF_8);
    return new Journey(URI.create(address), operator, out, clock).run();
  }

  private String told() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /// Keeps what is printed; each line takes a second of the platform's clock, which stands still
  /// otherwise, so that before and after are two moments.
  private final class Passing extends OutputStream {
    @Override
    public void write(int letter) {
      printed.write(letter);
      if (letter == '\n') {
        clock.advance(Duration.ofSeconds(1));
      }
    }
  }
}
