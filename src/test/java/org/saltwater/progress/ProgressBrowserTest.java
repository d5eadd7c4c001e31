package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.Device;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.measures.Instruments;
import org.saltwater.safety.RiskFlags;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.springframework.beans.factory.annotation.Autowired;

/// Questions on a phone, and what becomes of them, as the two see it.
@Tag("progress")
class ProgressBrowserTest extends TwoPeopleTest {
  @Autowired private Questions questions;
  @Autowired private Goals goals;
  @Autowired private RiskFlags risks;
  @Autowired private Instruments instruments;
  @Autowired private TherapySessions sessions;

  @BeforeEach
  void withGoals() {
    inCare();
    goals.add(client(), "Sleep through the night again");
    goals.add(client(), "Swim in the sea");
  }

  @Test
  void theQuestionsBeforeAnHourAreKeptAtEachTapAndCanBeGoneOnWith() {
    book(TUESDAY_SEVEN);
    var home = visit(lea, "/home");
    home.getByText("How are you, these days?").waitFor();
    home.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answer").setExact(true))
        .click();
    assertThat(home.url()).endsWith("/progress/questions/goals");
    lookAt(home, "progress-goals-step");
    home.locator("fieldset")
        .first()
        .getByText("4", new Locator.GetByTextOptions().setExact(true))
        .click();
    saved(home);
    home.getByText("Next").click();
    assertThat(home.url()).endsWith("/progress/questions/gad-7");
    home.locator("fieldset").first().getByText("Several days").click();
    saved(home);

    var phone = visit(lea, "/progress/questions/gad-7");
    assertThat(phone.locator("input[name='gad-7.1'][value='1']").isChecked()).isTrue();
    lookAt(phone, "progress-step");
    phone.getByText("Next").click();
    assertThat(phone.url()).endsWith("/progress/questions/phq-9");
    phone.getByText("Back").click();
    assertThat(phone.url()).endsWith("/progress/questions/gad-7");
  }

  @Test
  void helpIsShownTheMomentTheNinthItemIsAnsweredAndAHumanIsTold() {
    book(TUESDAY_SEVEN);
    var page = visit(lea, "/progress/questions/phq-9");
    assertThat(page.locator("[data-help]").isVisible()).isFalse();
    page.locator("input[name='phq-9.9'][value='1']")
        .check(new Locator.CheckOptions().setForce(true));
    page.locator("[data-help]").getByText("Thank you for telling us").waitFor();
    assertThat(risks.listOpenFor(client())).hasSize(1);
    lookAt(page, "progress-help-in-step");
  }

  @Test
  void withoutAScriptTheFormKeepsTheAnswersAndLeadsToHelp() {
    book(TUESDAY_SEVEN);
    var page = newPageWithoutScript(Device.PHONE);
    signIn(page, lea);
    page.navigate(address("/progress/questions/phq-9"));
    page.locator("input[name='phq-9.1'][value='2']").check();
    page.locator("input[name='phq-9.9'][value='3']").check();
    page.getByText("Finish").click();
    assertThat(page.url()).endsWith("/progress/questions/help");
    var step = (Sitting.Asked) questions.now(client()).find("phq-9").orElseThrow();
    assertThat(step.answers().values()).isEqualTo(Map.of("phq-9.1", 2, "phq-9.9", 3));
    lookAt(visit(lea, "/progress/questions/help"), "progress-help");
    lookAt(visit(lea, "/progress/questions/done"), "progress-done");
  }

  @Test
  void whatIsSkippedIsGoneFromTheHome() {
    book(TUESDAY_SEVEN);
    var page = visit(lea, "/progress/questions");
    page.getByText("Skip this time").click();
    assertThat(page.url()).endsWith("/home");
    assertThat(page.getByText("How are you, these days?").count()).isZero();
  }

  @Test
  void whoWaitsForTheHourIsOfferedTheQuestions() {
    var hour = book(MONDAY_TEN).id();
    clock.set(MONDAY_TEN.minus(Duration.ofMinutes(5)));
    sessions.arrive(hour, lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    var page = visit(lea, "/sessions/" + hour);
    page.getByText("While you wait: a few questions").waitFor();
    lookAt(page, "room-waiting-with-questions");
    assertThat(visit(amara, "/sessions/" + hour).getByText("a few questions").count()).isZero();
  }

  @Test
  void clientAndTherapistSeeTheSameLine() {
    weeks(List.of(17, 15, 16, 11, 9, 8), List.of(12, 13, 11, 12, 10, 11));
    var own = visit(lea, "/progress");
    own.getByText("Clearly better than at the start, and below the line").waitFor();
    assertThat(own.locator("svg.progress-chart").count()).isEqualTo(2);
    assertThat(own.locator("svg.progress-chart").last().locator("circle").count()).isEqualTo(6);
    assertThat(own.locator("svg.progress-chart").last().locator("line.session").count())
        .isEqualTo(6);
    lookAt(own, "progress-own");
    own.setViewportSize(1280, 860);
    own.locator("details > summary").first().click();
    lookAt(own, "progress-own-table");

    var theirs = visit(amara, "/clients/" + client() + "/progress");
    theirs.getByText("Recovered: a reliable change").waitFor();
    theirs.getByText("Unchanged").waitFor();
    lookAt(theirs, "progress-theirs");
  }

  /// An hour a week on Mondays at ten, PHQ-9 and GAD-7 answered an hour before each.
  private void weeks(List<Integer> phq, List<Integer> gad) {
    var start = MONDAY_TEN;
    for (int i = 0; i < phq.size(); i++) {
      clock.set(start.minus(Duration.ofHours(1)));
      var hour = book(start).id();
      answer("phq-9", phq.get(i));
      answer("gad-7", gad.get(i));
      var near = 2 + i;
      goals.listOpen(client()).forEach(goal -> goals.rate(client(), goal.id(), near));
      hold(hour, start);
      start = start.plus(Duration.ofDays(7));
    }
  }

  private void hold(AppointmentId hour, Instant start) {
    clock.set(start);
    sessions.arrive(hour, lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    sessions.admit(hour, amara.id());
    clock.set(start.plus(Duration.ofMinutes(50)));
    sessions.end(hour, amara.id());
  }

  /// Spreads a total over the items, from the first on; the ninth of the PHQ-9 stays 0.
  private void answer(String id, int total) {
    var values = new HashMap<String, Integer>();
    var left = total;
    for (var item : instruments.get(id).scoredItems()) {
      var value = item.linkId().equals("phq-9.9") ? 0 : Math.min(3, left);
      values.put(item.linkId(), value);
      left -= value;
    }
    questions.save(client(), id, values);
    questions.finish(client(), id);
  }

  private static void saved(Page page) {
    page.locator("form [role=status]").getByText("Saved.").waitFor();
  }
}
