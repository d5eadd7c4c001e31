package org.saltwater.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.browser.Chromium;
import org.saltwater.kernel.Redacted;

/// A telephone and a browser hear each other through the bridge.
@Tag("room")
class PhoneInBrowserTest {
  private static final String CALL =
      """
      async () => {
        window.call = new RTCPeerConnection();
        const sound = await navigator.mediaDevices.getUserMedia({
          audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
        for (const each of sound.getTracks()) call.addTrack(each, sound);
        call.addTransceiver("video");
        call.ontrack = (event) => {
          if (event.track.kind !== "audio") return;
          const context = window.context = new AudioContext();
          const heard = window.heard = context.createAnalyser();
          heard.fftSize = 4096;
          const player = window.player = new Audio();
          player.srcObject = new MediaStream([event.track]);
          player.play();
          context.createMediaStreamSource(player.srcObject).connect(heard);
        };
        await call.setLocalDescription();
        return call.localDescription.sdp;
      }
      """;

  private static final String LOUDEST =
      """
      () => {
        if (!window.heard) return 0;
        const found = new Float32Array(heard.frequencyBinCount);
        heard.getFloatFrequencyData(found);
        const at = found.indexOf(Math.max(...found));
        return found[at] < -60 ? 0 : at * context.sampleRate / heard.fftSize;
      }
      """;

  @TempDir Path folder;

  private interface Meeting {
    void hold(BridgedLine line, Page page, Telephone telephone) throws Exception;
  }

  @Test
  void theBrowserHearsTheTelephonesToneAndTheTelephoneHearsTheBrowser() throws Exception {
    inABrowser(PhoneInBrowserTest::meet);
  }

  /// Whoever could change the answer's way could otherwise put themselves between the two.
  @Test
  void aBrowserWithAnotherCertificateThanItOfferedIsRefused() throws Exception {
    inABrowser(
        (line, page, _) -> {
          var heard = new Heard();
          var leg = line.dial(new Redacted<>(Telephone.NUMBER), heard);
          page.locator("html").click();
          var offer = (String) page.evaluate(CALL);
          var forged = offer.replaceAll("(a=fingerprint:sha-256 )..:..:..", "$1" + "00:11:22");
          var answer = leg.join("browser", forged).toCompletableFuture().get(5, TimeUnit.SECONDS);
          page.evaluate("sdp => call.setRemoteDescription({ type: 'answer', sdp })", answer);
          await()
              .atMost(Duration.ofSeconds(10))
              .until(() -> page.evaluate("() => call.connectionState").equals("failed"));
        });
  }

  private void inABrowser(Meeting meeting) throws Exception {
    try (var telephone = Telephone.thatAnswers(folder);
        var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(Chromium.options())) {
      var line = line(telephone);
      var site = site();
      try {
        await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
        var page = browser.newContext().newPage();
        page.navigate("http://localhost:" + site.getAddress().getPort() + "/");
        meeting.hold(line, page, telephone);
      } finally {
        site.stop(0);
        line.destroy();
      }
    }
  }

  private static void meet(BridgedLine line, Page page, Telephone telephone) throws Exception {
    var heard = new Heard();
    var leg = line.dial(new Redacted<>(Telephone.NUMBER), heard);
    // Browsers play nothing to people who have not touched the page.
    page.locator("html").click();
    var offer = (String) page.evaluate(CALL);
    var answer = leg.join("browser", offer).toCompletableFuture().get(5, TimeUnit.SECONDS);
    assertThat(answer.lines().filter(it -> it.startsWith("a=candidate:")).toList())
        .singleElement()
        .asString()
        .contains(" 127.0.0.1 ");
    assertThat(answer).doesNotContain(Telephone.NUMBER, "+49305550100", ":" + telephone.port());
    page.evaluate("sdp => call.setRemoteDescription({ type: 'answer', sdp })", answer);
    await().atMost(Duration.ofSeconds(8)).until(() -> heard.told().contains("answered"));

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(((Number) page.evaluate(LOUDEST)).doubleValue())
                    .isBetween(420.0, 460.0));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(telephone.loudestHeard()).isGreaterThan(500));
    assertThat(leg.join("other", "v=0\r\nnonsense\r\n"))
        .failsWithin(Duration.ofSeconds(3))
        .withThrowableThat()
        .withCauseInstanceOf(IllegalArgumentException.class);
    leg.hangUp();
    await().atMost(Duration.ofSeconds(8)).until(() -> telephone.eventsOf("CALL_CLOSED") == 1);
  }

  private static BridgedLine line(Telephone telephone) {
    return BridgedLine.open(
        new Phone(
            "sip:127.0.0.1:" + telephone.port(),
            "",
            "",
            "+49305550100",
            "127.0.0.1:" + Telephone.freeUdpPort(),
            "",
            "32000-32999",
            "",
            false),
        Clock.systemUTC());
  }

  /// A page of this machine's own, where a browser lets a microphone be used.
  private static HttpServer site() throws IOException {
    var site = HttpServer.create(new InetSocketAddress(Telephone.HERE, 0), 0);
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          var page = "<!doctype html><title>phone</title>".getBytes();
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    return site;
  }
}
