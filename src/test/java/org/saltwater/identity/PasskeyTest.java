package org.saltwater.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Passkeys in a real browser, with an authenticator that Chromium plays. The pages around them
/// are looked at on the way.
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "saltwater.mode=demo",
      "saltwater.data=target/test-data/app",
      "saltwater.rate-limits=false"
    })
class PasskeyTest extends BrowserTest {
  private static final String PASSWORD = Robin.PASSWORD;

  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired TestClock clock;

  /// A passkey is bound to the address, so the address must be known before the start.
  @DynamicPropertySource
  static void address(DynamicPropertyRegistry settings) throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      settings.add("server.port", () -> port);
      settings.add("saltwater.address", () -> "http://localhost:" + port);
    }
  }

  @Test
  void aTherapistAddsAPasskeyAndSignsInWithNothingElse() {
    var therapist = register(Role.THERAPIST);
    var page = newPage();
    addAuthenticator(page);
    signIn(page, therapist.id());
    page.navigate(address("/account"));
    page.fill("#label", "my laptop");
    page.click("text=Add a passkey");
    assertThat(page.locator("main")).containsText("my laptop");
    assertAccessible(page);
    screenshots(page, "account");

    page.context().clearCookies();
    page.navigate(address("/sign-in?next=/account"));
    page.click("text=Sign in with a passkey");
    page.waitForURL(address("/account"));
    assertThat(page.locator("main")).containsText(therapist.email());

    page.click("[aria-label='Remove my laptop']");
    assertThat(page.locator("[role=status]")).containsText("The passkey is removed");
    page.context().clearCookies();
    page.navigate(address("/sign-in"));
    page.click("text=Sign in with a passkey");
    assertThat(page.locator("#passkey [role=alert]")).isVisible();
  }

  @Test
  void thePagesOnTheWayInAreUsableByEveryone() {
    var therapist = register(Role.THERAPIST);
    var page = newPage();
    page.navigate(address("/sign-in"));
    assertAccessible(page);
    screenshots(page, "sign-in");
    page.fill("#email", therapist.email());
    page.fill("#password", "not the password");
    page.press("#password", "Enter");
    assertThat(page.locator(".errors")).isVisible();
    assertAccessible(page);
    screenshots(page, "sign-in-wrong");
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    assertThat(page.locator("h1")).hasText("A second step for your account");
    assertAccessible(page);
    screenshots(page, "second-step");
    page.click("summary");
    page.fill("#code", Codes.now(page.textContent(".secret"), clock));
    page.press("#code", "Enter");
    assertThat(page.locator("h1")).hasText("Keep these codes");
    assertAccessible(page);
    screenshots(page, "recovery-codes");

    for (var path :
        List.of("/sign-in/forgotten", "/demo/mail", "/account/second-step", "/sign-out")) {
      page.navigate(address(path));
      assertAccessible(page);
      assertNoSidewaysScrolling(page);
      screenshots(page, path.substring(1).replace('/', '-'));
    }
  }

  @Test
  void aCoordinatorInvitesAndTheInvitedIsWelcomed() {
    var coordinator = register(Role.COORDINATOR);
    var page = newPage();
    signIn(page, coordinator.id());
    page.navigate(address("/invitations"));
    page.fill("#name", "Dr. Maximiliane von Hohenstein-Abercrombie");
    page.fill("#email", UUID.randomUUID() + "@a-rather-long-domain.example.org");
    page.click("text=Send the invitation");
    assertThat(page.locator("[role=status]")).isVisible();
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    screenshots(page, "invitations");

    var invited = newPage();
    invited.navigate(address("/demo/mail"));
    invited.click("a[href*='/invitation/'] >> nth=0");
    assertThat(invited.locator("h1")).containsText("Welcome");
    invited.fill("#password", "short");
    invited.press("#password", "Enter");
    assertThat(invited.locator("#password-error")).isVisible();
    assertAccessible(invited);
    screenshots(invited, "invitation");
  }

  /// Chromium takes a `__Host-` cookie from us only for HTTPS, and then sends it on plain localhost
  /// too.
  private void signIn(Page page, PersonId id) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-saltwater", signIns.issue(id, "Test").value())
                    .setUrl("https://localhost/")
                    .setSecure(true)
                    .setHttpOnly(true)));
  }

  private static void addAuthenticator(Page page) {
    var devtools = page.context().newCDPSession(page);
    devtools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var parameters = new JsonObject();
    parameters.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", parameters);
  }

  private Person register(Role role) {
    return Robin.registeredWith(people, role);
  }
}
