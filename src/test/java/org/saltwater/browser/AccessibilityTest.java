package org.saltwater.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page, for everyone who can reach it: usable with a screen reader and a keyboard, readable
/// in both schemes, no wider than the smallest phone, and light.
class AccessibilityTest extends BrowserTest {
  private static final int KILOBYTE = 1024;

  static Stream<String> openPages() {
    return Stream.of("/", "/how-it-works", "/privacy", "/design", "/nowhere");
  }

  @ParameterizedTest
  @MethodSource("openPages")
  void aPageIsUsableByEveryoneAndLight(String path) {
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      var page = newPage(Device.SMALL_PHONE, scheme);
      page.navigate(address(path));
      assertAccessible(page);
      assertNoSidewaysScrolling(page);
      assertThat(weight(page)).as("bytes of " + path).isLessThan(120 * KILOBYTE);
    }
    var page = newPage();
    page.navigate(address(path));
    assertAccessible(page);
    screenshots(page, path.equals("/") ? "landing" : path.substring(1).replace('/', '-'));
  }
}
