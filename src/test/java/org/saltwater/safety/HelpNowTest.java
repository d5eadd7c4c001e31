package org.saltwater.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SaltwaterTest
@Tag("safety")
class HelpNowTest {
  /// After that the build asks for another look.
  @LocalServerPort int port;
  @Autowired CrisisLines lines;

  @Test
  void helpIsOneStaticPageForEveryoneWithoutCookiesScriptsOrForms() {
    var visitor = new Visit(port);
    var page = visitor.get("/help-now");
    var someone = new Visit(port);
    someone.setCookie("__Host-saltwater", "of-someone");
    assertThat(page.status()).isEqualTo(200);
    assertThat(someone.get("/help-now").body()).isEqualTo(page.body());
    assertThat(visitor.cookie("__Host-csrf")).isEmpty();
    assertThat(page.body())
        .contains("not an emergency service", "tel:988", "sms:988", "tel:116123", "tel:112")
        .doesNotContain("<script", "<form", "http-equiv");
  }

  @Test
  void everyCountryHasItsEmergencyNumberAndEveryLineAWayASourceAndADate() {
    for (var place : lines.list()) {
      assertThat(place.emergency()).matches("\\d{3}");
      assertThat(place.name(Locale.ENGLISH)).isNotEqualTo(place.country());
      for (var line : place.lines()) {
        assertThat(line.channels()).isNotEmpty();
        assertThat(line.source()).startsWith("https://");
        assertThat(line.hours()).isNotBlank();
      }
    }
    assertThat(lines.nearest("XK")).isEqualTo(CrisisLines.ELSEWHERE);
  }

  /// Says so and lets the build go on: an old number is better than none.
  @Test
  void numbersNobodyLookedAtForHalfAYearAreNamedInTheBuild() {
    lines
        .listStale(LocalDate.now(ZoneOffset.UTC))
        .forEach(name -> System.out.println("WARNING: please look up the number of " + name));
  }

  @Test
  void aNumberIsTrustedForAHundredAndEightyDays() {
    var oldest =
        lines.list().stream()
            .flatMap(place -> place.lines().stream())
            .map(CrisisLine::verifiedOn)
            .min(LocalDate::compareTo)
            .orElseThrow();
    assertThat(lines.listStale(oldest.plusDays(180))).isEmpty();
    assertThat(lines.listStale(oldest.plusDays(181))).isNotEmpty();
  }

  @Test
  void whereNoLineIsConfirmedNoneIsPromised() {
    for (var country : new String[] {"CA", "IE", "NL", "CH", "XK"}) {
      assertThat(lines.nearest(country).hasLines()).as(country).isFalse();
    }
    assertThat(lines.nearest("XK").isKnown()).isFalse();
    assertThat(lines.nearest("CA").isKnown()).isTrue();
  }

  @Test
  void noSentenceCallsAZeroReassuring() throws Exception {
    for (var bundle : new String[] {"safety", "intake", "measures"}) {
      try (var in = getClass().getResourceAsStream("/messages/" + bundle + ".properties")) {
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.toLowerCase(Locale.ROOT))
            .doesNotContain(
                "no risk", "not at risk", "low risk", "you are safe", "nothing to worry");
      }
    }
  }
}
