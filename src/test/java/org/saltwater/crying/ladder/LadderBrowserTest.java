package org.saltwater.crying.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.Device;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
import org.saltwater.crying.trusted.TrustedLinks;
import org.springframework.beans.factory.annotation.Autowired;

/// Two steps climbed on a phone without a script, a rest, and the page for someone trusted.
@Tag("crying")
class LadderBrowserTest extends TwoPeopleTest {
  @Autowired private CryingEpisodes episodes;
  @Autowired private TrustedLinks links;

  @BeforeEach
  void together() {
    inCare();
  }

  @Test
  void twoStepsAreClimbedThenPracticeRestsAndTheTherapistIsTold() {
    var page = newPageWithoutScript(Device.PHONE);
    signIn(page, lea);
    page.navigate(address("/ladder"));
    seen(page, "ladder-before");
    page.getByText("Read about safety first").click();
    page.getByText("I have read this").click();
    page.locator("#with-error").waitFor();
    seen(page, "ladder-safety");
    page.getByText("On my own too").click();
    page.getByText("I have read this").click();

    write(page, "On my own", "Listen to grandmother’s song in my room", "http://example.org/song");
    page.getByText("Please give a whole address").first().waitFor();
    page.getByLabel("A link to the music or film").fill("https://example.org/song");
    press(page, "Add this step");
    write(page, "With someone I trust", "Tell Sam what the song means", "");

    page.navigate(address("/ladder"));
    press(page, "Listen to grandmother’s song in my room", AriaRole.LINK);
    take(page, "90", "60", true);
    page.getByText("A line needs a second time").waitFor();
    clock.advance(Duration.ofHours(20));
    page.reload();
    take(page, "50", "30", false);
    page.getByText("It seems to ask less of you than the first time").waitFor();
    assertThat(page.locator("svg.ladder-chart circle").count()).isEqualTo(6);
    seen(page, "ladder-step");
    page.getByText("Next: Tell Sam what the song means").click();
    take(page, "70", "40", false);

    moodLower();
    moodLower();
    page.navigate(address("/ladder"));
    page.getByText("Your steps are resting").waitFor();
    assertThat(page.getByText("Get ready").count()).isZero();
    seen(page, "ladder-rests");

    var home = visit(amara, "/home");
    home.getByText("small steps have rested since").waitFor();
    lookAt(home, "ladder-therapist-home");
    var theirs = visit(amara, "/clients/" + client() + "/ladder");
    theirs.getByText("shares nothing here").waitFor();
    assertThat(theirs.content()).doesNotContain("grandmother");
    lookAt(theirs, "ladder-theirs-nothing");

    page.getByText("Yes, I want to go on by myself").click();
    press(page, "Go on with my steps");
    page.getByText("Your steps are open again").waitFor();
    page.getByText("The steps, and how hard they were").click();
    press(page, "Save");
    seen(page, "ladder");
    theirs.reload();
    theirs.getByText("Listen to grandmother’s song in my room").waitFor();
    assertThat(theirs.content()).doesNotContain("example.org/song", "smell of the garden");
    lookAt(theirs, "ladder-theirs");
  }

  @Test
  void someoneTrustedReadsThePageOnceAndSeesNothingElse() {
    var own = visit(lea, "/ladder/trusted");
    own.getByLabel("What shall the page call you?").fill("Lea");
    press(own, "Make a link");
    var link = own.locator("main a[href*='/trusted/']").getAttribute("href");
    lookAt(own, "trusted-made");

    var path = link.substring(link.indexOf("/trusted/"));
    var theirs = newPageWithoutScript(Device.PHONE);
    var answer = theirs.navigate(address(path));
    assertThat(answer.headerValue("X-Robots-Tag")).contains("noindex");
    press(theirs, "Read it");
    theirs.getByText("Lea would like to be able to cry with you there").waitFor();
    assertThat(theirs.content()).doesNotContain("Sommer", "Amara");
    theirs.navigate(address("/ladder"));
    assertThat(theirs.url()).as("nothing of the record").contains("/sign-in");
    theirs.navigate(address("/trusted"));
    theirs.getByText("Being with someone who cries").first().waitFor();

    var second = open(path);
    second.getByText("This link is over").waitFor();
    links.withdraw(client(), links.list(client()).getFirst().id());
    theirs.reload();
    theirs.getByText("This link is over").waitFor();

    var page = open(links.make(client(), UUID.randomUUID(), "", "").value());
    lookAt(page, "trusted-open");
    press(page, "Read it");
    page.getByText("Someone would like to cry with you there").waitFor();
    lookAt(page, "trusted-page");
  }

  private void write(Page page, String stage, String title, String link) {
    page.navigate(address("/ladder/steps/new"));
    page.getByText(stage, new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("The step, in your own words").fill(title);
    page.getByText("A piece of music").click();
    page.getByLabel("A link to the music or film").fill(link);
    press(page, "Add this step");
  }

  /// From setting the time aside to what is noted afterwards.
  private void take(Page page, String peak, String after, boolean look) {
    press(page, "Set this time aside");
    clock.advance(Duration.ofHours(1));
    page.getByText("In your calendar it says “Time for yourself”").waitFor();
    press(page, "Get ready", AriaRole.LINK);
    page.getByLabel("Whom can you call?").fill("Sam");
    choose(page, "before", "60");
    if (look) {
      seen(page, "ladder-prepare");
    }
    press(page, "Begin");
    page.getByText("This time is yours").waitFor();
    assertThat(page.getByText("Help now").first().isVisible()).isTrue();
    assertThat(page.getByText("Stop now").isVisible()).isTrue();
    if (look) {
      seen(page, "ladder-now");
    }
    clock.advance(Duration.ofMinutes(12));
    press(page, "Stop now");
    page.getByText("Nothing needs to have come, and that is fine.").waitFor();
    choose(page, "peak", peak);
    choose(page, "after", after);
    page.getByLabel("What came, or did not").fill("The smell of the garden");
    if (look) {
      seen(page, "ladder-after");
    }
    press(page, "Keep this");
  }

  private void moodLower() {
    clock.advance(Duration.ofHours(2));
    var id = EpisodeId.random();
    episodes.save(client(), id, EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE));
    episodes.rate(client(), id, MoodMoment.BEFORE, 5);
    episodes.rate(client(), id, MoodMoment.AFTER_90, 3);
  }

  private void choose(Page page, String name, String value) {
    page.locator("input[name='" + name + "'][value='" + value + "']")
        .check(new Locator.CheckOptions().setForce(true));
  }

  private static void press(Page page, String name) {
    press(page, name, AriaRole.BUTTON);
  }

  private static void press(Page page, String name, AriaRole role) {
    page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  /// The same address with a browser that can be looked at: a page without scripts can't be
  // measured.
  private void seen(Page page, String name) {
    lookAt(visit(lea, page.url().replaceFirst("^https?://[^/]+", "")), name);
  }
}
