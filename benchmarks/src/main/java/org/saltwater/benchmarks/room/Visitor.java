package org.saltwater.benchmarks.room;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saltwater.browser.Chromium;
import org.saltwater.kernel.AppointmentId;

/// One person with a Chromium of their own, at their own place in the network. Camera and microphone are invented by it.
final class Visitor implements AutoCloseable {
  /// Notes when, in milliseconds of the page's clock, "join" was pressed, camera and microphone had opened, the room's socket
  /// had been answered, and the first picture of another was decoded and shown.
  private static final String WATCH =
      """
      window.at = {};
      addEventListener("click", ({ target }) => { if (target.closest("[data-join-video]")) window.at.pressed = performance.now(); }, true);
      const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
      if (open) navigator.mediaDevices.getUserMedia = async (wish) => { const it = await open(wish); window.at.media ??= performance.now(); return it; };
      window.WebSocket = class extends WebSocket {
        constructor(address) {
          super(address);
          if (String(address).includes("/live/rooms/")) this.addEventListener("message", () => { window.at.line ??= performance.now(); });
        }
      };
      new MutationObserver(() => {
        const video = document.querySelector(".tile video");
        if (!video || video.watched) return;
        video.watched = true;
        const shown = () => { window.at.frame ??= performance.now(); window.at.last = performance.now(); video.requestVideoFrameCallback(shown); };
        video.requestVideoFrameCallback(shown);
      }).observe(document, { childList: true, subtree: true });
      """;

  /// The same without a room, a server or another machine: two ends of a call in one page.
  private static final String FLOOR =
      """
      async () => {
        const began = performance.now();
        const media = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 720 } }, audio: true });
        const opened = performance.now();
        const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
        one.onicecandidate = ({ candidate }) => other.addIceCandidate(candidate);
        other.onicecandidate = ({ candidate }) => one.addIceCandidate(candidate);
        const video = document.createElement("video");
        video.muted = true;
        document.body.prepend(video);
        other.ontrack = ({ streams }) => { video.srcObject = streams[0]; video.play(); };
        for (const track of media.getTracks()) one.addTrack(track, media);
        const seen = new Promise((tell) => video.requestVideoFrameCallback(() => tell(performance.now())));
        await one.setLocalDescription();
        await other.setRemoteDescription(one.localDescription);
        await other.setLocalDescription();
        await one.setRemoteDescription(other.localDescription);
        const end = await seen;
        one.close(); other.close(); video.remove();
        for (const track of media.getTracks()) track.stop();
        return { frame: end - began, media: opened - began };
      }
      """;

  private final Browser browser;
  private final Page page;
  private final String server;

  Visitor(Playwright playwright, FarNetwork network, FarNetwork.Place place, int port, String token) {
    var options = Chromium.options();
    var arguments = new ArrayList<>(options.args);
    // "localhost" alone is a safe place for a camera without a certificate.
    arguments.add("--host-resolver-rules=MAP localhost " + network.address(FarNetwork.Place.SERVER));
    browser =
        playwright.chromium().launch(options.setArgs(arguments).setExecutablePath(network.at(place, options.executablePath)));
    server = "http://localhost:" + port;
    var context = browser.newContext();
    context.addCookies(List.of(new Cookie("__Host-saltwater", token).setUrl("https://localhost/")));
    page = context.newPage();
  }

  void watch() {
    page.addInitScript(WATCH);
  }

  Map<String, Double> floor() {
    page.navigate(server + "/device-check");
    return numbers(page.evaluate(FLOOR));
  }

  /// Stands at the door of the room, camera and microphone closed.
  void goToTheDoor(AppointmentId hour) {
    page.navigate(server + "/sessions/" + hour);
    page.evaluate("() => sessionStorage.clear()");
    page.reload();
    page.locator("[data-join-video]").waitFor();
  }

  void press() {
    page.locator("[data-join-video]").click();
  }

  /// Presses "join" and waits until the other is seen. Milliseconds since the press, by what happened.
  Map<String, Double> join() {
    press();
    page.waitForFunction("() => window.at.frame");
    var at = numbers(page.evaluate("() => window.at"));
    var pressed = at.get("pressed");
    return Map.of("media", at.get("media") - pressed, "line", at.get("line") - pressed, "frame", at.get("frame") - pressed);
  }

  void waitToSee() {
    page.waitForFunction("() => window.at.frame && performance.now() - window.at.last < 500");
  }

  /// From now on, how long until a picture of the other moves again, and goes on moving.
  void expectPictureAgain() {
    page.evaluate(
        """
        () => {
          const began = performance.now();
          window.again = new Promise((tell) => {
            const look = () => window.at.last > began + 30 ? tell(window.at.last - began) : setTimeout(look, 5);
            look();
          });
        }
        """);
  }

  double pictureAgain() {
    return ((Number) page.evaluate("() => window.again")).doubleValue();
  }

  private static Map<String, Double> numbers(Object found) {
    var numbers = new HashMap<String, Double>();
    ((Map<?, ?>) found).forEach((key, value) -> numbers.put((String) key, ((Number) value).doubleValue()));
    return numbers;
  }

  @Override
  public void close() {
    browser.close();
  }
}
