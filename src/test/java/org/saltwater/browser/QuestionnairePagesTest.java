package org.saltwater.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.PlacesServed;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

/// The questionnaire as people meet it.
@Tag("journey")
class QuestionnairePagesTest extends BrowserTest {
  /// Pages of each kind; the others look like one of these.
  private static final Set<String> PICTURED =
      Set.of(
          "questions-1",
          "questions-4",
          "questions-5",
          "questions-10",
          "questions-23",
          "questions-29",
          "questions-34",
          "questions-35");

  @Autowired Therapists therapists;
  @Autowired PlacesServed places;

  @BeforeEach
  void someoneIsLicensedInGermany() {
    var amara = Directory.therapist("Amara of the pages | licensed DE");
    if (therapists.find(amara.id()).isEmpty()) {
      therapists.register(amara);
    }
    await().until(() -> places.list().contains(new Jurisdiction("DE")));
  }

  @Test
  void theWholeWayIsWalkedWithoutScript() {
    var page = newPageWithoutScript(Device.PHONE);
    page.navigate(address("/begin"));
    button(page, "Begin").click();
    check(page, "adult", "yes");
    page.locator("#place").selectOption("DE");
    on(page);
    assertThat(page.url()).endsWith("/begin/4");
    on(page);
    assertThat(page.locator(".error").count()).isGreaterThan(3);
    for (var box : new String[] {"answers", "readers", "risk", "not-emergency"}) {
      check(page, "consent." + box, "true");
    }
    on(page);
    check(page, "domains", "LOW_MOOD");
    check(page, "domains", "SLEEP");
    on(page);
    check(page, "domains.first", "SLEEP");
    on(page);
    page.locator("textarea").fill("It is a long story.");
    button(page, "Back").click();
    assertThat(page.locator("input[value=SLEEP]").isChecked()).isTrue();
    on(page);
    assertThat(page.locator("textarea").inputValue()).isEqualTo("It is a long story.");
    on(page);
    for (var item : new String[] {"gad-7.1", "gad-7.2", "phq-9.1", "phq-9.2"}) {
      check(page, item, "2");
    }
    on(page);
    check(page, "phq-9.9", "1");
    on(page);
    assertThat(page.locator("h1").textContent()).contains("Thank you for telling us");
    assertThat(page.locator("a[href='tel:08001110111']").count()).isEqualTo(1);
    button(page, "Keep this").click();
    assertThat(page.locator(".error").first().textContent()).contains("how we can reach you");
    page.locator("#reach").fill("0151 000 000, after six");
    button(page, "Keep this").click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with the questions"))
        .click();
    for (var left = 60; left > 0 && !page.url().endsWith("/begin/done"); left--) {
      needed(page);
      on(page);
    }
    assertThat(page.url()).endsWith("/begin/done");
    assertThat(page.locator("main li").count()).isEqualTo(9);
    page.navigate(address("/begin"));
    assertThat(page.locator("h1").textContent()).contains("Good to see you again");
  }

  @Test
  void everyPageIsUsableByEveryoneAndLight() {
    var page = newPage(Device.SMALL_PHONE, ColorScheme.LIGHT);
    page.navigate(address("/begin"));
    look(page, "begin");
    button(page, "Begin").click();
    for (var left = 60; left > 0 && !page.url().endsWith("/begin/done"); left--) {
      var number = page.url().replaceAll(".*/", "").replaceAll("\\W.*", "");
      if (page.url().contains("/pause")) {
        look(page, "questions-pause");
        page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on with the questions"))
            .click();
        continue;
      }
      needed(page);
      worst(page);
      look(page, "questions-" + number);
      on(page);
    }
    look(page, "questions-done");
    page.navigate(address("/begin/link"));
    look(page, "questions-link");
    page.navigate(address("/begin/forget"));
    look(page, "questions-forget");
    page.navigate(address("/begin/1"));
    check(page, "adult", "no");
    on(page);
    look(page, "questions-too-young");
    page.navigate(address("/begin/1"));
    check(page, "adult", "yes");
    page.locator("#place").selectOption("FR");
    on(page);
    look(page, "questions-not-served");
    page.navigate(address("/help-now"));
    look(page, "help-now");
  }

  @Test
  void theFirstPageIsAnsweredByKeyboardAlone() {
    var page = newPage(Device.LAPTOP, ColorScheme.LIGHT);
    page.navigate(address("/begin"));
    button(page, "Begin").focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/begin/1");
    page.locator("input[name=adult]").first().focus();
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().type("Germany");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/begin/4");
  }

  /// What the page needs, whichever page it is.
  private void needed(Page page) {
    if (page.locator("#place").count() > 0) {
      check(page, "adult", "yes");
      page.locator("#place").selectOption("DE");
    }
    for (var name :
        new String[] {
          "consent.answers",
          "consent.readers",
          "consent.risk",
          "consent.not-emergency",
          "domains",
          "modalities",
          "languages"
        }) {
      var box = page.locator("input[name='" + name + "']");
      if (box.count() > 0) {
        box.first().check();
      }
    }
  }

  /// The answer that opens the most.
  private void worst(Page page) {
    for (Locator set : page.locator("fieldset").all()) {
      var radios = set.locator("input[type=radio]:not([value=asked-declined])");
      if (radios.count() > 0 && !"adult".equals(radios.first().getAttribute("name"))) {
        radios.last().check();
      }
    }
    if (page.locator("#medication\\.takes").count() > 0) {
      check(page, "medication.takes", "yes");
    }
    if (page.locator("input[value=GRIEF_AND_LOSS]").count() > 0) {
      check(
          page, page.locator("input[value=GRIEF_AND_LOSS]").getAttribute("name"), "GRIEF_AND_LOSS");
    }
  }

  private void look(Page page, String name) {
    assertAccessible(page);
    assertNoSidewaysScrolling(page);
    assertLight(page);
    if (!name.matches("questions-\\d+") || PICTURED.contains(name)) {
      screenshots(page, name);
    }
    page.setViewportSize(Device.SMALL_PHONE.width, Device.SMALL_PHONE.height);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static void check(Page page, String name, String value) {
    page.locator("input[name='" + name + "'][value='" + value + "']").check();
  }

  private static void on(Page page) {
    button(page, "Continue").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
