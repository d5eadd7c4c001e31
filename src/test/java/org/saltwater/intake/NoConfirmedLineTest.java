package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// Where nobody has confirmed a crisis line, no page promises that somebody is on one.
@SaltwaterTest
@Tag("safety")
class NoConfirmedLineTest extends IntakeOnTheWeb {
  private static final String PROMISE = "People are there to talk to, now:";
  private static final String NO_LINE = "We have not confirmed a line for this country yet.";

  @Test
  void thePauseInTheQuestionnaireNamesTheEmergencyNumberAlone() {
    assertThat(pauseIn("CA-ON")).contains(NO_LINE, "tel:911").doesNotContain(PROMISE);
    assertThat(pauseIn("DE")).contains(PROMISE, "tel:112").doesNotContain(NO_LINE);
  }

  @Test
  void theEndForSomeoneUnder18DoesNotSendThemToLinesBelow() {
    assertThat(endOfSomeoneUnder18In("CA-ON"))
        .contains("The emergency number below", "If it is too much right now", NO_LINE)
        .doesNotContain("The lines below", "Someone to talk to now");
    assertThat(endOfSomeoneUnder18In("DE"))
        .contains("The lines below", "Someone to talk to now")
        .doesNotContain(NO_LINE);
  }

  @Test
  void theHelpPageSaysSoInTheSectionOfEachSuchCountryAndInNoOther() {
    var page = new Visit(port).get("/help-now").body();
    assertThat(section(page, "CA")).contains(NO_LINE, "tel:911");
    assertThat(section(page, "DE")).doesNotContain(NO_LINE);
  }

  private String pauseIn(String place) {
    var visit = begun("yes", place);
    return visit.get("/begin/pause?next=1").body();
  }

  private String endOfSomeoneUnder18In(String place) {
    var visit = new Visit(port);
    visit.get("/begin");
    visit.post("/begin");
    visit.get("/begin/1");
    return visit.get(visit.post("/begin/1", "adult", "no", "place", place).location()).body();
  }

  private Visit begun(String adult, String place) {
    var visit = new Visit(port);
    visit.get("/begin");
    visit.post("/begin");
    visit.get("/begin/1");
    assertThat(visit.post("/begin/1", "adult", adult, "place", place).status()).isEqualTo(303);
    return visit;
  }

  private static String section(String page, String country) {
    return page.replaceFirst("(?s).*<section class=\"card country\" id=\"" + country + "\"", "")
        .replaceFirst("(?s)</section>.*", "");
  }
}
