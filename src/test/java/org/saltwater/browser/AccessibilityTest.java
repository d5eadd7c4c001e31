package org.saltwater.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;

/// Every page that can be opened by its address alone, for everyone who can reach it: usable with a
/// screen reader and a keyboard, readable in both schemes, no wider than the smallest phone, and
/// light. Pages of one appointment, one conversation or one person are looked at by the tests that
/// make those.
@Tag("journey")
class AccessibilityTest extends BrowserTest {
  /// Links that the person of this test has followed: each test has an instance of its own.
  private final Set<String> followed = new HashSet<>();

  /// What a signed-in person reaches. A new page of that kind is added here.
  private static List<String> pagesOf(Role role) {
    var own =
        switch (role) {
          case CLIENT -> Stream.of("/messages", "/appointments");
          case THERAPIST -> Stream.of("/messages", "/calendar", "/calendar/hours");
          case COORDINATOR ->
              Stream.of("/practice/therapists", "/invitations", "/risk-flags", "/on-call");
          case SUPERVISOR, OPERATOR -> Stream.<String>of();
        };
    return Stream.concat(Stream.of("/home", "/account"), own).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/how-it-works",
        "/library",
        "/privacy",
        "/design",
        "/help-now",
        "/begin",
        "/sign-in",
        "/sign-in/forgotten",
        "/demo/mail",
        "/nowhere"
      })
  void aPageForEveryoneIsUsableByEveryone(String path) {
    look(path, null);
  }

  @ParameterizedTest
  @EnumSource
  void aPageBehindTheSignInIsUsableByEveryone(Role role) {
    var person = someone("Maximiliane Freifrau von und zu Wolkenstein-Trostburg", role);
    for (var path : pagesOf(role)) {
      look(path, person);
    }
  }

  @Test
  void aPageWithoutLabelsWouldBeFound() {
    var page = open("/how-it-works");
    page.evaluate("() => document.querySelector('main').innerHTML = '<input><img src=\"data:,\">'");
    assertThatThrownBy(() -> assertAccessible(page))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("label")
        .hasMessageContaining("image-alt");
  }

  private void look(String path, @Nullable Person person) {
    var page = visit(path, person, newPage(Device.SMALL_PHONE, ColorScheme.LIGHT));
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    assertLight(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertReadable(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(Device.LAPTOP.width, Device.LAPTOP.height);
    assertAccessible(page);
    assertLinksLead(page);
    screenshots(page, name(path, person));
  }

  /// Every link of the page leads somewhere that the person who sees it may go. One that many pages
  /// have, for one person, is followed once.
  private void assertLinksLead(Page page) {
    @SuppressWarnings("unchecked")
    var links =
        (List<String>)
            page.evaluate(
                "() => [...new Set([...document.querySelectorAll('a[href^=\"/\"]')]"
                    + ".map(link => link.getAttribute('href')))]");
    for (var link : links) {
      if (followed.add(link)) {
        var status = page.request().get(address(link)).status();
        assertThat(status).as("the link to %s on %s", link, page.url()).isLessThan(400);
      }
    }
  }

  private Page visit(String path, @Nullable Person person, Page page) {
    if (person != null) {
      signIn(page, person);
    }
    var answer = page.navigate(address(path));
    assertThat(answer.status()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
    return page;
  }

  private static String name(String path, @Nullable Person person) {
    var page = path.equals("/") ? "landing" : path.substring(1).replace('/', '-');
    return person == null
        ? page
        : person.roles().iterator().next().name().toLowerCase(Locale.ROOT) + "-" + page;
  }
}
