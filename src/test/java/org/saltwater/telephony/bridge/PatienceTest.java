package org.saltwater.telephony.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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
      new Patience(RINGS, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(300));

  private static final List<Report> told = new CopyOnWriteArrayList<>();
  private static ScriptedTrunk trunk;
  private static Calls calls;

  @BeforeAll
  static void open() throws Exception {
    trunk = new ScriptedTrunk();
    calls =
        new Calls(
            new Order.Begin(
                "127.0.0.1",
                trunk.port(),
                "",
                "",
                "+49305550100",
                "127.0.0.1",
                36_999,
                "",
                36_000,
                36_900,
                ""),
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
