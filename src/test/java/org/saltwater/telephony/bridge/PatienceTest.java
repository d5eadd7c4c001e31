package org.saltwater.telephony.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.telephony.ScriptedTrunk;
import org.saltwater.telephony.bridge.sip.Patience;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report;

/// How long the bridge waits for others, with less patience than it has. In this process, since the
/// SIP library has one stack in each.
@Tag("room")
class PatienceTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration RINGS = Duration.ofMillis(1_500);
  private static final Patience LITTLE =
      new Patience(
          RINGS,
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(100));

  private static final List<Report> told = new CopyOnWriteArrayList<>();
  private static final Registrar registrar = new Registrar();
  private static ScriptedTrunk trunk;
  private static Calls calls;

  @BeforeAll
  static void open() throws Exception {
    trunk = new ScriptedTrunk();
    trunk.answers("REGISTER", registrar);
    calls =
        new Calls(
            new Order.Begin(
                "127.0.0.1",
                trunk.port(),
                "line",
                "secret of the line",
                "+49305550100",
                "127.0.0.1",
                36_999,
                "",
                36_000,
                36_900,
                "",
                true),
            LITTLE,
            told::add);
  }

  @AfterAll
  static void close() {
    trunk.close();
  }

  @Test
  void aTelephoneThatNobodyPicksUpIsGivenUpAndForgotten() {
    var began = System.nanoTime();
    var leg = dial();
    await().atMost(SOON).until(() -> told.contains(new Report.Ringing(leg)));
    await().atMost(SOON).until(() -> told.contains(new Report.Ended(leg, "NO_ANSWER")));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(RINGS);
    await().atMost(SOON).until(() -> trunk.count("CANCEL") > 0);
    await().atMost(SOON).until(() -> calls.kept() == 0);
  }

  @Test
  void aCallThatTheTrunkNeverSaysTheLastWordOfIsForgotten() {
    trunk.ignores("CANCEL"::equals);
    var leg = dial();
    await().atMost(SOON).until(() -> told.contains(new Report.Ringing(leg)));
    calls.hear(new Order.HangUp(leg));
    await().atMost(SOON).until(() -> told.contains(new Report.Ended(leg, "WE_HUNG_UP")));
    assertThat(calls.kept()).isPositive();
    await().atMost(SOON).until(() -> calls.kept() == 0);
    trunk.ignores(_ -> false);
  }

  @Test
  void
      aTrunkThatDoesNotLetUsRegisterIsAskedAgainAfterLongerAndLongerPausesAndThenBeforeItForgets() {
    registrar.status = "503 Service Unavailable";
    var from = registrar.askedAt.size();
    await().atMost(SOON).until(() -> registrar.askedAt.size() >= from + 5);
    assertThat(told).contains(new Report.Line(Report.Standing.NOT_REGISTERED));
    var pauses = registrar.pausesFrom(from + 1);
    for (var at = 0; at < pauses.size(); at++) {
      // At least 100 ms, 200, 400, …, but for what the two clocks round.
      assertThat(pauses.get(at)).as("%s", pauses).isGreaterThan((100L << at) - 5);
    }

    registrar.status = "423 Interval Too Brief";
    await().atMost(SOON).until(() -> registrar.last.contains("Expires: 900"));
    registrar.status = "200 OK";
    var granted = registrar.granted;
    await().atMost(SOON).until(() -> registrar.granted >= granted + 4);
    assertThat(told.reversed().stream().filter(Report.Line.class::isInstance).findFirst())
        .contains(new Report.Line(Report.Standing.READY));
    assertThat(registrar.pausesFrom(registrar.askedAt.size() - 3))
        .as("granted for two seconds")
        .allMatch(pause -> pause > 900)
        .anyMatch(pause -> pause < 2_000);
  }

  /// Grants what it is told to, for two seconds; another address of the account is known for
  // longer.
  private static final class Registrar implements ScriptedTrunk.Answering {
    private final List<Long> askedAt = new CopyOnWriteArrayList<>();
    private volatile String status = "200 OK";
    private volatile String last = "";
    private volatile int granted;

    @Override
    public ScriptedTrunk.Said answer(String request) {
      askedAt.add(System.nanoTime() / 1_000_000);
      last = request;
      if (status.startsWith("200")) {
        granted++;
      }
      return new ScriptedTrunk.Said(
          status,
          "Min-Expires: 900\r\nContact: <sip:line@192.0.2.7:5060>;expires=3600\r\n"
              + contact(request)
              + ";expires=2\r\n");
    }

    private static String contact(String request) {
      return request.lines().filter(it -> it.startsWith("Contact:")).findFirst().orElseThrow();
    }

    List<Long> pausesFrom(int first) {
      return IntStream.range(first, askedAt.size())
          .mapToObj(at -> askedAt.get(at) - askedAt.get(at - 1))
          .toList();
    }
  }

  @Test
  void sixtySecondsAreTheUsualPatienceWithATelephoneThatRings() {
    assertThat(Patience.usual().rings()).isEqualTo(Duration.ofSeconds(60));
    assertThat(Patience.usual().confirms()).isEqualTo(Duration.ofMillis(64 * 500));
  }

  private static UUID dial() {
    var leg = UUID.randomUUID();
    calls.hear(new Order.Dial(leg, "+491700000001"));
    return leg;
  }
}
