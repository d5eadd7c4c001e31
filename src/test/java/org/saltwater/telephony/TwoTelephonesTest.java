package org.saltwater.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.kernel.Redacted;

/// The therapist talks on a telephone of their own: two real ones (baresip), of which one speaks
/// µ-law and the other A-law, hear each other through the bridge.
@Tag("room")
class TwoTelephonesTest {
  private static final String OWN = "+493055501234";
  private static final String CLIENT = "+491605073912";
  private static final String PRACTICE = "+49305550100";
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final Heard ofTherapist = new Heard();
  private final Heard ofClient = new Heard();
  private Telephone therapists;
  private Telephone clients;
  private Exchange exchange;
  private BridgedLine line;

  @BeforeEach
  void begin() throws Exception {
    therapists = Telephone.thatSays(Files.createDirectory(folder.resolve("own")), OWN, "PCMU", 440);
    clients =
        Telephone.thatSays(Files.createDirectory(folder.resolve("client")), CLIENT, "PCMA", 1_000);
    exchange = new Exchange(Map.of(OWN, therapists, CLIENT, clients));
    line =
        BridgedLine.open(
            new Phone(
                "sip:127.0.0.1:" + exchange.port(),
                "",
                "",
                PRACTICE,
                "127.0.0.1:" + Telephone.freeUdpPort(),
                "",
                "38000-38999",
                "",
                false),
            Clock.systemUTC());
    await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
  }

  @AfterEach
  void end() throws Exception {
    line.destroy();
    exchange.close();
    therapists.close();
    clients.close();
  }

  @Test
  void theTherapistHearsItRingThenTheTwoHearEachOtherAndEachSeesThePracticeAlone()
      throws Exception {
    var own = line.dial(new Redacted<>(OWN), ofTherapist);
    await().atMost(SOON).until(() -> ofTherapist.last().equals("answered"));
    var client = line.dial(new Redacted<>(CLIENT), ofClient);
    client.connect(own);
    await().atMost(SOON).until(() -> ofClient.last().equals("answered"));

    await().atMost(SOON).until(() -> therapists.shareOf(1_000) > 0.8);
    await().atMost(SOON).until(() -> clients.shareOf(440) > 0.8);

    assertThat(exchange.invitations()).hasSize(2);
    assertThat(exchange.invitations().getFirst())
        .contains("INVITE sip:" + OWN, "From: <sip:" + PRACTICE);
    assertThat(exchange.invitations().getLast())
        .contains("INVITE sip:" + CLIENT, "From: <sip:" + PRACTICE)
        .doesNotContain("55501234", ":" + therapists.port());

    clients.hangUp();
    await().atMost(SOON).until(() -> ofClient.last().equals("ended HUNG_UP"));
    own.hangUp();
    await().atMost(SOON).until(() -> therapists.eventsOf("CALL_CLOSED") == 1);
  }

  @Test
  void eitherTelephoneThatDiesIsNoticedWithinAboutFiveSeconds() throws Exception {
    var own = line.dial(new Redacted<>(OWN), ofTherapist);
    await().atMost(SOON).until(() -> ofTherapist.last().equals("answered"));
    line.dial(new Redacted<>(CLIENT), ofClient).connect(own);
    await().atMost(SOON).until(() -> therapists.shareOf(1_000) > 0.8);

    clients.die();
    await().atMost(Duration.ofSeconds(8)).until(() -> ofClient.last().equals("ended SILENT"));
    assertThat(ofTherapist.last()).isEqualTo("answered");
    therapists.die();
    await().atMost(Duration.ofSeconds(8)).until(() -> ofTherapist.last().equals("ended SILENT"));
  }
}
