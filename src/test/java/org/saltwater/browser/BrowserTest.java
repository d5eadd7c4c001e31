package org.saltwater.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A real browser on the whole platform. Extend it, open pages with [#open], and click.
///
/// Whatever a test is about, it fails when a page asks another origin for anything, breaks its own
/// content security policy, writes an error to the console, or is answered with a server's error.
@SaltwaterTest
@Tag("browser")
public abstract class BrowserTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /// What a page may weigh, and one of the questionnaire, fonts left out because they are cached.
  private static final int MOST_BYTES = 120 * 1024;

  private static final int MOST_BYTES_OF_A_QUESTION = 60 * 1024;

  private static final boolean TAKES_PICTURES = System.getenv("SALTWATER_PICTURES") != null;

  private static Playwright playwright;
  private static Browser browser;
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired private People people;
  @Autowired private SignIns signIns;

  @BeforeAll
  static void startBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(Chromium.options());
  }

  @AfterAll
  static void stopBrowser() {
    browser.close();
    playwright.close();
  }

  @AfterEach
  void closePagesAndLookForTroubles() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    assertThat(troubles).as("requests elsewhere, policy violations, errors").isEmpty();
  }

  /// A page of a person with a browser of their own: no cookies, nothing cached.
  protected Page newPage(Device device, ColorScheme scheme) {
    return newPage(options(device, scheme));
  }

  protected Page newPage() {
    return newPage(Device.LAPTOP, ColorScheme.LIGHT);
  }

  protected Page newPageWithoutScript(Device device) {
    return newPage(options(device, ColorScheme.LIGHT).setJavaScriptEnabled(false));
  }

  protected Page open(String path) {
    var page = newPage();
    page.navigate(address(path));
    return page;
  }

  /// Someone who has an account, invented for this test.
  protected Person someone(String name, Role... roles) {
    var id = PersonId.random();
    var person =
        new Person(id, name, id + "@example.org", Set.of(roles), ZoneId.of("Europe/Berlin"));
    people.addAll(List.of(person));
    return person;
  }

  /// From now on this page's browser is signed in as the person, without the pages for that.
  protected void signIn(Page page, Person person) {
    var token = signIns.issue(person.id(), "test").value();
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-saltwater", token)
                    .setUrl("https://localhost/")
                    .setSecure(true)));
  }

  protected String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// No violation that axe-core knows, up to WCAG 2.2 AA.
  protected void assertAccessible(Page page) {
    assertNothingFound(page, new AxeBuilder(page).withTags(RULES));
  }

  /// What a change of colours alone can break.
  protected void assertReadable(Page page) {
    assertNothingFound(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private static void assertNothingFound(Page page, AxeBuilder axe) {
    // Sizes are measured: a style sheet or a font that is still on its way would be caught half
    // way.
    page.waitForLoadState();
    page.evaluate("() => document.fonts.ready.then(() => true)");
    // The bar at the foot of a phone lies over whatever can still be scrolled away from under it.
    var size = page.viewportSize();
    var whole = (int) page.evaluate("() => document.documentElement.scrollHeight");
    page.setViewportSize(size.width, Math.max(size.height, whole));
    var found = axe.setLegacyMode(true).analyze().getViolations();
    page.setViewportSize(size.width, size.height);
    assertThat(found)
        .as(page.url())
        .extracting(
            violation ->
                violation.getId()
                    + ": "
                    + violation.getNodes().stream().map(node -> node.getHtml()).limit(3).toList())
        .isEmpty();
  }

  /// Nothing sticks out to the right, whatever the width.
  protected void assertNoSidewaysScrolling(Page page) {
    var over =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue()).as("pixels too wide: " + page.url()).isZero();
  }

  /// Bytes that come over the wire for this page to someone who has seen no other, fonts left out:
  /// what the cache has given weighs as much as it did when it came.
  protected int weight(Page page) {
    return ((Number)
            page.evaluate(
                "() => [...performance.getEntriesByType('navigation'),"
                    + " ...performance.getEntriesByType('resource')]"
                    + ".filter(entry => !entry.name.endsWith('.woff2'))"
                    + ".reduce((sum, entry) =>"
                    + " sum + Math.max(entry.transferSize, entry.encodedBodySize), 0)"))
        .intValue();
  }

  protected void assertLight(Page page) {
    var most = page.url().startsWith(address("/begin")) ? MOST_BYTES_OF_A_QUESTION : MOST_BYTES;
    assertThat(weight(page)).as("bytes of " + page.url()).isPositive().isLessThan(most);
  }

  /// One thing to do next: everything else on the page is quieter.
  protected void assertOneFilledButton(Page page) {
    var filled =
        page.locator("main .button:visible").all().stream()
            .filter(it -> !it.getAttribute("class").matches(".*\\b(quiet|plain)\\b.*"))
            .map(it -> it.textContent().strip())
            .toList();
    assertThat(filled).as("filled buttons of " + page.url()).hasSizeLessThanOrEqualTo(1);
  }

  /// All of the above for a page of any kind, and pictures of it.
  protected void lookAt(Page page, String name) {
    assertAccessible(page);
    screenshots(page, name);
    page.setViewportSize(Device.SMALL_PHONE.width, Device.SMALL_PHONE.height);
    assertNoSidewaysScrolling(page);
    assertAccessible(page);
    assertLight(page);
  }

  /// The same without leaving the size the page has: what runs in it goes on as it was.
  protected void lookInPlace(Page page, String name) {
    var size = page.viewportSize();
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    screenshots(page, name);
    page.setViewportSize(size.width, size.height);
  }

  /// Four looks of a page, and [pictures][#picture]: phone and laptop, light and dark.
  protected void screenshots(Page page, String name) {
    if (!TAKES_PICTURES) {
      page.setViewportSize(Device.LAPTOP.width, Device.LAPTOP.height);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      return;
    }
    for (var device : List.of(Device.PHONE, Device.LAPTOP)) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.setViewportSize(device.width, device.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        picture(page, name + "-" + device.width + "-" + scheme);
      }
    }
  }

  /// A picture of the whole page under target/screenshots, if SALTWATER_PICTURES asks for them:
  /// nothing is asserted on them, and they take minutes.
  protected static void picture(Page page, String name) {
    if (TAKES_PICTURES) {
      var path = Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".png");
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(path));
    }
  }

  private static NewContextOptions options(Device device, ColorScheme scheme) {
    return new NewContextOptions()
        .setViewportSize(device.width, device.height)
        .setColorScheme(scheme)
        .setLocale("en-GB")
        .setTimezoneId("Europe/Berlin")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private Page newPage(NewContextOptions options) {
    var context = browser.newContext(options);
    contexts.add(context);
    context.route(
        url -> !url.startsWith(address("/")) && !url.startsWith("data:"),
        route -> {
          troubles.add("asked " + route.request().url());
          route.abort();
        });
    context.onConsoleMessage(this::note);
    context.onResponse(
        answer -> {
          if (answer.status() >= 500) {
            troubles.add(answer.status() + " from " + answer.url());
          }
        });
    context.onWebError(error -> troubles.add(error.page().url() + ": " + error.error()));
    return context.newPage();
  }

  private void note(ConsoleMessage message) {
    // The page itself answering 404 or 422 is what a test may want to see; a part of it missing is
    // not.
    var aboutThePageItself =
        message.text().startsWith("Failed to load resource")
            && message.location().startsWith(message.page().url());
    // A device that knocks at a room in the moment in which the hour goes on in another way is told
    // so.
    var isRefusedAtAMovedRoom =
        message.text().contains("/live/rooms/")
            && message.text().endsWith("Unexpected response code: 409");
    if (message.type().equals("error") && !aboutThePageItself && !isRefusedAtAMovedRoom) {
      troubles.add(message.page().url() + ": " + message.text() + " " + message.location());
    }
  }
}
