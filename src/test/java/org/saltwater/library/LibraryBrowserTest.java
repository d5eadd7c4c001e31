package org.saltwater.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.browser.Device;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

/// A page of the library, from the first word until a reader reads it, without a script.
@Tag("journey")
class LibraryBrowserTest extends BrowserTest {
  @Autowired private Therapists therapists;

  @Test
  void aPageIsWrittenSentBackReviewedByAnotherAndThenRead() {
    var author = desk(therapist("Maximiliane Freifrau von und zu Wolkenstein-Trostburg"));
    var reviewer = desk(therapist("Amara Okafor"));
    lookAt(author, "library-desk");
    author.setViewportSize(1280, 860);
    click(author, AriaRole.LINK, "Write a page");
    click(author, AriaRole.BUTTON, "Save");
    assertThat(author.locator(".field .error").count()).isEqualTo(5);
    lookAt(author, "library-edit-errors");
    author.getByLabel("Address").fill("sleep-and-worry");
    author.getByLabel("Title").fill("Sleep and worry");
    author.getByLabel("In one or two sentences").fill("Why worries are louder at night.");
    author.getByLabel("Where it stands in the list").selectOption("everyday");
    author
        .getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
        .fill(
            "## At night\n\nIt is *quiet*. [A study](https://example.org/)\n\n<script>x()</script>");
    author.getByLabel("What it rests on").fill("A study, 2020. https://example.org/study");
    click(author, AriaRole.BUTTON, "See how it looks");
    assertThat(author.locator(".article h2").textContent()).isEqualTo("At night");
    assertThat(author.locator(".article").textContent()).contains("<script>x()</script>");
    lookAt(author, "library-edit");
    click(author, AriaRole.BUTTON, "Save");
    assertThat(status(author)).contains("Saved.");
    assertThat(open("/library/sleep-and-worry").locator("h1").textContent())
        .contains("This page is not here");
    lookAt(author, "library-desk-draft");
    click(author, AriaRole.BUTTON, "Ask for a review");
    assertThat(author.getByText("You can’t review it").count()).isEqualTo(1);

    click(reviewer, "Sleep and worry");
    lookAt(reviewer, "library-review");
    click(reviewer, AriaRole.BUTTON, "Send it back");
    assertThat(reviewer.locator(".field .error").textContent()).contains("what should change");
    reviewer.getByLabel("Or: what should change?").fill("Please say which study.");
    click(reviewer, AriaRole.BUTTON, "Send it back");
    author.navigate(address("/library/desk/sleep-and-worry"));
    assertThat(author.locator(".said").textContent()).isEqualTo("Please say which study.");
    click(author, AriaRole.BUTTON, "Ask for a review");
    reviewer.navigate(address("/library/desk/sleep-and-worry"));
    click(reviewer, AriaRole.BUTTON, "I have read it, and it is right");
    assertThat(status(reviewer)).contains("Readers see this text now");
    lookAt(reviewer, "library-reviewed");

    var reader = open("/library/sleep-and-worry");
    assertThat(reader.locator(".note.good").textContent())
        .isEqualTo("Reviewed on 23 November 2026 by Amara Okafor, licensed in Germany.");
    assertThat(reader.locator(".article a.elsewhere").getAttribute("rel"))
        .isEqualTo("external noreferrer");
    lookAt(reader, "library-article-reviewed");
  }

  @Test
  void aReaderFindsReadsAndBegins() {
    var reader = newPageWithoutScript(Device.PHONE);
    reader.navigate(address("/library"));
    reader.getByLabel("Look for words").fill("onion");
    click(reader, AriaRole.BUTTON, "Look");
    assertThat(reader.locator("mark.found").first().textContent()).isEqualTo("onion");
    assertNoSidewaysScrolling(reader);
    reader.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Why people cry")).click();
    assertThat(reader.locator(".note.warm").textContent())
        .isEqualTo("No therapist has reviewed this page yet.");
    click(reader, AriaRole.LINK, "Begin");
    assertThat(reader.url()).contains("/begin");

    var page = newPage(Device.PHONE, ColorScheme.LIGHT);
    for (var each :
        new String[][] {
          {"/library", "library"},
          {"/library?q=onion", "library-found"},
          {"/library?q=xyzzy", "library-nothing-found"},
          {"/library/when-tears-feel-unsafe", "library-article"}
        }) {
      page.navigate(address(each[0]));
      assertOneFilledButton(page);
      lookAt(page, each[1]);
      assertThat(
              page.locator(".paper-only").count() == 0
                  || page.locator(".paper-only").first().isHidden())
          .isTrue();
    }
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
    assertThat(page.getByText("You might also read").isVisible()).isFalse();
    assertThat(page.getByText("What this rests on").isVisible()).isTrue();
    assertThat(page.locator(".paper-only").first().isVisible()).isTrue();
    assertThat(page.locator(".paper-only").first().innerText())
        .contains("/library/when-tears-feel-unsafe", "/help-now", "call your emergency number");
    picture(page, "library-article-print");
  }

  private Page desk(Person person) {
    var page = newPage();
    signIn(page, person);
    page.navigate(address("/library/desk"));
    return page;
  }

  private Person therapist(String name) {
    var person = someone(name, Role.THERAPIST);
    therapists.register(Directory.therapist(TherapistId.of(person.id()), name + " | licensed DE"));
    return person;
  }

  private static void click(Page page, String link) {
    page.reload();
    click(page, AriaRole.LINK, link);
  }

  private static void click(Page page, AriaRole role, String name) {
    page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).click();
  }

  private static String status(Page page) {
    return page.getByRole(AriaRole.STATUS).textContent();
  }
}
