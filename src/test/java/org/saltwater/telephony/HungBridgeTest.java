package org.saltwater.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Redacted;
import org.saltwater.telephony.bridge.browser.BrowserPeer;

/// A bridge that lives and does nothing, and packets that are none.
@Tag("room")
class HungBridgeTest {
  private static final byte OF_PHONE = 0x2A;
  private static final byte OF_BROWSER = 0x55;
  private static final Redacted<String> CLIENT = new Redacted<>(Telephone.NUMBER);
  private static final Duration SOON = Duration.ofSeconds(8);

  private ScriptedTrunk trunk;
  private BridgedLine line;

  @BeforeEach
  void begin() throws Exception {
    trunk = new ScriptedTrunk();
    line =
        BridgedLine.open(
            new Phone(
                "sip:127.0.0.1:" + trunk.port(),
                "",
                "",
                "+49305550100",
                "127.0.0.1:" + Telephone.freeUdpPort(),
                "",
                "35000-35999",
                "",
                false),
            Clock.systemUTC());
    awaitReady();
  }

  @AfterEach
  void end() {
    line.destroy();
    trunk.close();
  }

  @Test
  void aBridgeThatHangsIsEndedItsCallsAreToldAndTheNextOneWorks() throws Exception {
    var heard = new Heard();
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(() -> !trunk.phones().isEmpty());
    trunk.phones().getFirst().answer(OF_PHONE, OF_BROWSER);
    await().atMost(SOON).until(() -> heard.last().equals("answered"));

    var hung = line.bridge().orElseThrow();
    new ProcessBuilder("kill", "-STOP", Long.toString(hung.pid())).start().waitFor();
    await().atMost(Duration.ofSeconds(12)).until(() -> heard.last().equals("ended LINE_LOST"));
    assertThat(leg.state()).isEqualTo(LegState.ENDED);
    awaitReady();
    assertThat(hung.isAlive()).isFalse();
    assertThat(line.bridge().orElseThrow().pid()).isNotEqualTo(hung.pid());

    var next = new Heard();
    line.dial(CLIENT, next);
    await().atMost(SOON).until(() -> trunk.phones().size() == 2);
    trunk.phones().getLast().answer(OF_PHONE, OF_BROWSER);
    await().atMost(SOON).until(() -> next.last().equals("answered"));
  }

  @Test
  void whatIsNoSoundHarmsNoCall() throws Exception {
    var heard = new Heard();
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(() -> !trunk.phones().isEmpty());
    var phone = trunk.phones().getFirst();
    try (var browser = new BrowserPeer(OF_BROWSER, OF_PHONE)) {
      var answer = leg.join("browser", browser.offer()).toCompletableFuture();
      browser.accept(answer.get(5, TimeUnit.SECONDS));
      phone.answer(OF_PHONE, OF_BROWSER);
      await().atMost(SOON).until(() -> browser.heard() > 0 && phone.heard() > 0);

      var seed = System.nanoTime();
      System.out.println("seed " + seed);
      var random = RandomGenerator.of("L64X128MixRandom");
      for (var round = 0; round < 3_000; round++) {
        var bytes = new byte[random.nextInt(1_600)];
        random.nextBytes(bytes);
        if (bytes.length > 1 && round % 2 == 0) {
          // Half of them begin as RTP does, with extension, padding and sources at random.
          bytes[0] = (byte) (0x80 | random.nextInt(0x40));
        }
        phone.throwAt(bytes);
      }
      // An extension that ends before its length.
      phone.throwAt(new byte[] {(byte) 0x90, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0});
      var toBrowser = browser.heard();
      var toPhone = phone.heard();
      await()
          .atMost(SOON)
          .until(() -> browser.heard() > toBrowser + 50 && phone.heard() > toPhone + 50);
      assertThat(heard.last()).isEqualTo("answered");
    }
  }

  private void awaitReady() {
    await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
  }
}
