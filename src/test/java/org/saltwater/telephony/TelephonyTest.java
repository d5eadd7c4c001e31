package org.saltwater.telephony;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.kernel.Redacted;

/// Calls with a real telephone (baresip), which stands for the trunk as well.
@Tag("room")
class TelephonyTest {
  private static final Redacted<String> CLIENT = new Redacted<>(Telephone.NUMBER);
  private static final Duration SOON = Duration.ofSeconds(8);

  @TempDir Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Heard heard = new Heard();
  private int bridgePort;
  private BridgedLine line;

  @AfterEach
  void close() throws Exception {
    for (var each : open) {
      each.close();
    }
  }

  @Test
  void theClientAnswersAndHangsUp() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(() -> heard.last().equals("answered"));
    assertThat(leg.state()).isEqualTo(LegState.ANSWERED);
    await().atMost(SOON).until(telephone::isInACall);

    telephone.hangUp();
    await().atMost(SOON).until(() -> heard.last().equals("ended HUNG_UP"));
    assertThat(leg.state()).isEqualTo(LegState.ENDED);
    assertThat(line.state()).isEqualTo(new LineState.Ready("+49305550100"));
  }

  @Test
  void weHangUp() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    leg.hangUp();
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
    assertThat(heard.told()).endsWith("ended WE_HUNG_UP");
  }

  @Test
  void theTelephoneRingsAndIsBusyForUs() throws IOException {
    var telephone = with(Telephone.thatRings(folder));
    line.dial(CLIENT, heard);
    await().atMost(SOON).until(() -> heard.last().equals("ringing"));
    telephone.hangUp();
    await().atMost(SOON).until(() -> heard.last().equals("ended BUSY"));
  }

  @Test
  void whoHangsUpWhileItRingsLeavesNoTelephoneRinging() throws IOException {
    var telephone = with(Telephone.thatRings(folder));
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(() -> heard.last().equals("ringing"));
    leg.hangUp();
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
    assertThat(heard.told()).containsExactly("ringing", "ended WE_HUNG_UP");
  }

  @Test
  void aTelephoneThatDiesIsNoticedWithinAboutFiveSeconds() throws Exception {
    var telephone = with(Telephone.thatAnswers(folder));
    line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.die();
    var died = System.nanoTime();
    await().atMost(SOON).until(() -> heard.last().equals("ended SILENT"));
    var noticed = Duration.ofNanos(System.nanoTime() - died);
    System.out.printf("silence noticed after %d ms%n", noticed.toMillis());
    assertThat(noticed).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(6_500));
  }

  @Test
  void aCallerWithTheRightPinIsLetIn() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.answerWith((pin, _) -> pin.value().equals("4711") ? Optional.of(heard) : Optional.empty());
    telephone.dial(bridgePort);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.press("11#4711#");
    await().atMost(SOON).until(() -> heard.last().equals("answered"));
    telephone.hangUp();
    await().atMost(SOON).until(() -> heard.last().equals("ended HUNG_UP"));
  }

  @Test
  void threeWrongPinsAndTheCallIsEnded() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    var tried = new CopyOnWriteArrayList<String>();
    line.answerWith(
        (pin, _) -> {
          tried.add(pin.value());
          return Optional.empty();
        });
    telephone.dial(bridgePort);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.press("1#2#3#4#");
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
    assertThat(tried).containsExactly("1", "2", "3");
  }

  @Test
  void aPinThatCouldNotBeLookedUpIsNoTryAndMayBeEnteredAgain() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.answerWith(
        (pin, _) -> {
          if (!pin.value().equals("4711")) {
            throw new IllegalStateException("the store is away");
          }
          return Optional.of(heard);
        });
    telephone.dial(bridgePort);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.press("1#2#3#4711#");
    await().atMost(SOON).until(() -> heard.last().equals("answered"));
  }

  @Test
  void aCallerWhoHangsUpWithHalfAPinIsGoneAndNobodyIsAsked() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    var tried = new CopyOnWriteArrayList<String>();
    line.answerWith(
        (pin, _) -> {
          tried.add(pin.value());
          return Optional.empty();
        });
    telephone.dial(bridgePort);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.press("47");
    telephone.hangUp();
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
    // Without the hanging up, a pause of three seconds would have ended the PIN.
    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(5))
        .until(() -> tried.isEmpty());
  }

  /// Otherwise the hour would be shown as on the line for as long as it is open.
  @Test
  void aCallerWhoHangsUpWhileTheirPinIsLookedUpIsSaidToHaveGone() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.answerWith(
        (_, leg) -> {
          hangUpUntilItIsOver(telephone, leg);
          return Optional.of(heard);
        });
    telephone.dial(bridgePort);
    await().atMost(SOON).until(telephone::isInACall);
    telephone.press("4711#");
    await().atMost(SOON).until(() -> heard.last().equals("ended HUNG_UP"));
    assertThat(heard.told()).containsExactly("ended HUNG_UP");
  }

  private static void hangUpUntilItIsOver(Telephone telephone, PhoneLeg leg) {
    try {
      telephone.hangUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(SOON).until(() -> leg.state() == LegState.ENDED);
  }

  @Test
  void aBridgeThatIsKilledLosesItsCallsAndTheNextOneWorks() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    var killed = line.bridge().orElseThrow();
    killed.destroyForcibly();
    await().atMost(SOON).until(() -> heard.last().equals("ended LINE_LOST"));
    awaitReady();
    assertThat(line.bridge().orElseThrow().pid()).isNotEqualTo(killed.pid());

    var next = new Heard();
    line.dial(CLIENT, next);
    await().atMost(SOON).until(() -> next.last().equals("answered"));
  }

  @Test
  void theBridgeEndsWithTheServer() throws Exception {
    with(Telephone.thatAnswers(folder));
    var bridge = line.bridge().orElseThrow();
    line.destroy();
    await().atMost(SOON).until(() -> !bridge.isAlive());
  }

  @Test
  void aServerThatStopsLeavesNobodyOnADeadLine() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    line.destroy();
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
  }

  @Test
  void strangersAreNotAnsweredAndWhatTheySendHarmsNoCall() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    var stranger = InetAddress.getByName("127.0.0.2");
    try (var socket = new DatagramSocket(0, stranger)) {
      socket.setSoTimeout(1_500);
      send(socket, invitation(stranger, socket.getLocalPort()));
      assertThatThrownBy(() -> socket.receive(new DatagramPacket(new byte[2_048], 2_048)))
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(heard.last()).isEqualTo("answered");
    assertThat(telephone.isInACall()).isTrue();
  }

  @Test
  void nonsenseFromTheTrunksOwnAddressHarmsNoCall() throws IOException {
    var telephone = with(Telephone.thatAnswers(folder));
    var leg = line.dial(CLIENT, heard);
    await().atMost(SOON).until(telephone::isInACall);
    var seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = RandomGenerator.of("L64X128MixRandom");
    try (var socket = new DatagramSocket(0, Telephone.HERE)) {
      var good = invitation(Telephone.HERE, socket.getLocalPort()).getBytes(US_ASCII);
      for (var round = 0; round < 2_000; round++) {
        var bad = good.clone();
        for (var each = 0; each < 1 + random.nextInt(12); each++) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        send(socket, new String(bad, 0, random.nextInt(bad.length) + 1, US_ASCII));
      }
    }
    assertThat(heard.last()).isEqualTo("answered");
    leg.hangUp();
    await().atMost(SOON).until(() -> telephone.eventsOf("CALL_CLOSED") >= 1);
    var next = new Heard();
    line.dial(CLIENT, next);
    await().atMost(SOON).until(() -> next.last().equals("answered"));
  }

  private Telephone with(Telephone telephone) throws IOException {
    bridgePort = Telephone.freeUdpPort();
    line =
        BridgedLine.open(
            new Phone(
                "sip:127.0.0.1:" + telephone.port(),
                "",
                "",
                "+49305550100",
                "127.0.0.1:" + bridgePort,
                "",
                "31000-31999",
                "",
                false),
            Clock.systemUTC());
    open.add(line::destroy);
    open.add(telephone);
    awaitReady();
    return telephone;
  }

  private void awaitReady() {
    await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
  }

  private void send(DatagramSocket socket, String text) throws IOException {
    var bytes = text.getBytes(US_ASCII);
    socket.send(
        new DatagramPacket(bytes, bytes.length, new InetSocketAddress(Telephone.HERE, bridgePort)));
  }

  private String invitation(InetAddress from, int port) {
    return """
    INVITE sip:+49305550100@127.0.0.1:%d SIP/2.0
    Via: SIP/2.0/UDP %s:%d;branch=z9hG4bKstranger
    Max-Forwards: 70
    From: <sip:stranger@%s>;tag=s
    To: <sip:+49305550100@127.0.0.1>
    Call-ID: stranger@%s
    CSeq: 1 INVITE
    Contact: <sip:stranger@%s:%d>
    Content-Type: application/sdp
    Content-Length: 109

    v=0
    o=- 1 1 IN IP4 127.0.0.1
    s=-
    c=IN IP4 127.0.0.1
    t=0 0
    m=audio 40000 RTP/AVP 0
    a=rtpmap:0 PCMU/8000
    """
        .formatted(
            bridgePort,
            from.getHostAddress(),
            port,
            from.getHostAddress(),
            from.getHostAddress(),
            from.getHostAddress(),
            port)
        .replace("\n", "\r\n");
  }
}
