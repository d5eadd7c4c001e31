package org.saltwater.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From the first page to a booked hour with Tab, Space, Enter and letters alone: whatever Tab
/// reaches can be seen to have the focus, and nothing lies on top of it (WCAG 2.2, 2.1.1, 2.4.7,
/// 2.4.11).
@Tag("journey")
class KeyboardTest extends NewcomerTest {
  /// More than on any page of the way.
  private static final int MOST_STOPS = 80;

  private static final String GO_ON = "main form button.button:not(.quiet, .plain)";

  /// What is wrong with where the focus is, or nothing. A choice shows it on the box around it.
  private static final String FOCUS_FAULT =
      """
      () => {
        const element = document.activeElement;
        const shown = element.closest('.choice') ?? element;
        const style = getComputedStyle(shown);
        const box = shown.getBoundingClientRect();
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
          return 'no outline: ' + shown.outerHTML.slice(0, 200);
        }
        if (box.bottom <= 0 || box.top >= innerHeight) {
          return 'out of sight: ' + shown.outerHTML.slice(0, 200);
        }
        const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
        const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        return top !== null && (shown.contains(top) || top.contains(shown))
          ? '' : 'covered: ' + shown.outerHTML.slice(0, 200);
      }
      """;

  @Test
  void anHourIsBookedByKeyboardAlone() {
    var page = newPage();
    page.navigate(address("/"));
    enter(page, "main a.button");
    enter(page, "main button.button");
    for (var left = 60; left > 0 && !page.url().endsWith("/begin/done"); left--) {
      answer(page);
      enter(page, "button[name=go][value=on]");
    }
    enter(page, GO_ON);
    enter(page, "article.match a.button");
    enter(page, GO_ON);
    assertThat(page.locator("h1")).hasText("Almost there");
    tabTo(page, GO_ON);
    page.keyboard().press("Enter");
    assertThat(page.locator(".errors")).isFocused();
    assertFocusIsSeen(page);
    tabTo(page, ".errors a");
    page.keyboard().press("Enter");
    assertThat(page.locator("#name")).isFocused();
    page.keyboard().type("Mira");
    tabTo(page, "#email");
    page.keyboard().type(newEmail());
    tabTo(page, "#password");
    page.keyboard().type(PASSWORD);
    enter(page, GO_ON);
    assertThat(page.locator("h1")).hasText("You’re booked");
  }

  private static void answer(Page page) {
    if (page.locator("#place").count() > 0) {
      tabTo(page, "input[name=adult][value=yes]");
      page.keyboard().press("Space");
      tabTo(page, "#place");
      page.keyboard().type("Germany");
    }
    for (var box : NEEDED) {
      if (page.locator("input" + box).count() > 0) {
        tabTo(page, "input" + box);
        page.keyboard().press("Space");
      }
    }
  }

  /// Goes to a link or a button, and where it leads.
  private static void enter(Page page, String what) {
    tabTo(page, what);
    var here = page.url();
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.equals(here));
  }

  private static void tabTo(Page page, String what) {
    for (var stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      assertFocusIsSeen(page);
      if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", what)) {
        return;
      }
    }
    throw new AssertionError(what + " is not reached by Tab on " + page.url());
  }

  private static void assertFocusIsSeen(Page page) {
    assertThat((String) page.evaluate(FOCUS_FAULT)).as(page.url()).isEmpty();
  }
}
