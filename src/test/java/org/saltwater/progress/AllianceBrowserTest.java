package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.measures.Instruments;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.springframework.beans.factory.annotation.Autowired;

/// Hours of which one goes wrong and is put right, as the two see it on their screens.
@Tag("progress")
class AllianceBrowserTest extends TwoPeopleTest {
  @Autowired private Questions questions;
  @Autowired private Goals goals;
  @Autowired private Instruments instruments;
  @Autowired private TherapySessions sessions;
  private Instant next;

  @BeforeEach
  void withGoals() {
    inCare();
    goals.add(client(), "Sleep through the night again");
    goals.add(client(), "Swim in the sea");
    next = MONDAY_TEN;
  }

  @Test
  void anHourGoesWrongIsSaidAndIsPutRight() {
    answerAfter(hour(16, 12), 3, "", false);
    answerAfter(hour(15, 11), 4, "", false);
    answerAfter(hour(15, 12), 3, "", false);
    var wrong = hour(16, 13);
    var done = answerAfter(wrong, 1, "You looked at the clock when I spoke of my father", false);
    done.getByText("Talk about it").waitFor();
    assertThat(done.locator(".alliance-ways a").count()).isEqualTo(2);
    assertSameSize(done);
    lookAt(done, "alliance-two-ways");

    var home = visit(amara, "/home");
    home.getByText("something may have come between you").waitFor();
    assertThat(home.content()).doesNotContain("looked at the clock");
    lookAt(home, "alliance-therapist-home");

    done.setViewportSize(390, 844);
    done.navigate(address("/agenda"));
    done.fill("textarea", "What happened last time, and my father");
    lookAt(done, "alliance-agenda");
    done.getByText("Keep it for the hour").click();
    done.getByText("Kept for your next hour.").waitFor();

    keepAJournal(done);

    clock.set(next.minus(Duration.ofHours(1)));
    var coming = book(next).id();
    answer("phq-9", 14);
    answer("gad-7", 10);
    var before = visit(amara, "/sessions/" + coming + "/before");
    before.getByText("What happened last time, and my father").waitFor();
    assertThat(before.content())
        .contains("One entry from their journal", "held my breath")
        .doesNotContain("looked at the clock", "for me alone");
    before.setViewportSize(1280, 800);
    var content = before.locator(".progress-before").boundingBox();
    assertThat(content.y + content.height)
        .as("one screen on a laptop, without the foot of the page")
        .isLessThanOrEqualTo(800);
    lookAt(before, "alliance-before");
    pdf(before, "before");

    hold(coming);
    next = next.plus(Duration.ofDays(7));
    answerAfter(coming, 4, "", false);
    var back = visit(amara, "/home");
    back.getByText("is back where it used to be").waitFor();
    lookAt(back, "alliance-repaired");

    lookAt(visit(lea, "/progress"), "alliance-progress-own");
    lookAt(visit(amara, "/clients/" + client() + "/progress"), "alliance-progress-theirs");
    lookAt(visit(amara, "/my-hours-together"), "alliance-pattern");
    print(visit(lea, "/progress"));
  }

  @Test
  void aCourseThatStandsStillIsWorthReviewing() {
    hour(16, 12);
    for (int i = 0; i < 5; i++) {
      hour(16, 12);
    }
    var page = visit(amara, "/clients/" + client() + "/progress");
    page.getByText("a change of one point or less by week four to six").waitFor();
    page.getByText("What they want from this now").click();
    page.fill("textarea[name=note]", "ask about the move");
    lookAt(page, "alliance-review");
    page.getByText("Keep this").click();
    page.getByText("Reviewed before").waitFor();
    page.getByText("ask about the move").waitFor();

    var own = visit(lea, "/progress");
    own.getByText("Worth looking at together").first().waitFor();
    assertThat(own.content()).doesNotContain("ask about the move");
    lookAt(own, "alliance-review-own");
  }

  @Test
  void aNumberThatNoAnswerOffersIsSaidBesideItsQuestion() {
    book(TUESDAY_SEVEN);
    var page = visit(lea, "/progress/questions/phq-9");
    page.locator("input[name='phq-9.2'][value='2']")
        .check(new Locator.CheckOptions().setForce(true));
    page.evaluate("document.querySelector(\"input[name='phq-9.1']\").value = '9'");
    page.evaluate("document.querySelector(\"input[name='phq-9.1']\").checked = true");
    page.getByText("Finish").click();
    assertThat(page.locator("[id='phq-9.1-error']").count()).isEqualTo(1);
    assertThat(page.locator("input[name='phq-9.2'][value='2']").isChecked()).isTrue();
    lookAt(page, "progress-step-error");
  }

  /// Two entries, of which one comes along to the next hour.
  private void keepAJournal(Page page) {
    page.navigate(address("/journal"));
    lookAt(page, "journal-empty");
    page.navigate(address("/journal/write"));
    page.fill("textarea", "A grey day, and this one is for me alone.");
    lookAt(page, "journal-write");
    page.getByText("Keep it").click();
    page.navigate(address("/journal/write"));
    page.fill(
        "textarea",
        "When the phone rang I held my breath. My father calls on Sundays, and on Saturdays I am"
            + " already no good to anybody. Afterwards I walked along the water until it was dark,"
            + " and on the way home I thought that I could say this in the hour, if I do not lose"
            + " heart before.\n\nOr read it out.");
    page.getByText("Keep it").click();
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Bring to your next hour")))
        .first()
        .click();
    page.getByText("It comes along.").waitFor();
    lookAt(page, "journal");
    page.getByText("Delete", new Page.GetByTextOptions().setExact(true)).first().click();
    lookAt(page, "journal-delete");
    page.navigate(address("/agenda"));
    lookAt(page, "journal-agenda");
    page.navigate(address("/record"));
    lookAt(page, "record");
    page.navigate(address("/home"));
    lookAt(page, "journal-home");
  }

  private static void pdf(Page page, String name) {
    page.pdf(
        new Page.PdfOptions()
            .setFormat("A4")
            .setPath(Path.of("target/screenshots/" + name + ".pdf")));
  }

  private void print(Page page) {
    assertThat(page.locator("details").count()).isPositive();
    pdf(page, "progress");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (var each : page.locator("details .table").all()) {
      assertThat((Integer) each.evaluate("it => Math.round(it.getBoundingClientRect().height)"))
          .as("what is folded on the screen stands on paper")
          .isGreaterThan(20);
    }
  }

  private static void assertSameSize(Page page) {
    var ways = page.locator(".alliance-ways a");
    assertThat(ways.nth(0).getAttribute("class")).isEqualTo(ways.nth(1).getAttribute("class"));
    assertThat(ways.nth(0).boundingBox().width).isEqualTo(ways.nth(1).boundingBox().width);
    assertThat(ways.nth(0).boundingBox().height).isEqualTo(ways.nth(1).boundingBox().height);
  }

  /// An hour takes place, with PHQ-9 and GAD-7 before it.
  private AppointmentId hour(int phq, int gad) {
    clock.set(next.minus(Duration.ofHours(1)));
    var hour = book(next).id();
    answer("phq-9", phq);
    answer("gad-7", gad);
    goals.listOpen(client()).forEach(goal -> goals.rate(client(), goal.id(), 4));
    hold(hour);
    next = next.plus(Duration.ofDays(7));
    return hour;
  }

  private void hold(AppointmentId hour) {
    clock.set(next);
    sessions.arrive(hour, lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    sessions.admit(hour, amara.id());
    clock.set(next.plus(Duration.ofMinutes(50)));
    sessions.end(hour, amara.id());
  }

  /// On the client's phone, as a client does.
  private Page answerAfter(AppointmentId hour, int rating, String words, boolean share) {
    var page = visit(lea, "/sessions/" + hour + "/check-in");
    for (var group : page.locator("fieldset.check-in-item").all()) {
      group
          .locator("input[value='" + rating + "']")
          .check(new Locator.CheckOptions().setForce(true));
    }
    page.fill("textarea", words);
    if (share) {
      page.locator("input[name=share]").check(new Locator.CheckOptions().setForce(true));
    }
    if (!words.isEmpty()) {
      lookAt(page, "alliance-check-in");
    }
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    page.getByText("Thank you").first().waitFor();
    return page;
  }

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
}
