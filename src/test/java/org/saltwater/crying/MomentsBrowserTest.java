package org.saltwater.crying;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.springframework.beans.factory.annotation.Autowired;

/// Tears in an hour, noted on a phone, shown to one person, and everything turned off.
@Tag("crying")
class MomentsBrowserTest extends TwoPeopleTest {
  @Autowired private TherapySessions sessions;

  @BeforeEach
  void meet() {
    inCare();
  }

  @Test
  void tearsAreNotedAfterAnHourShownByChoiceAndAskedAboutNoMore() {
    var first = held(MONDAY_TEN);
    var phone = visit(lea, "/sessions/" + first + "/check-in");
    phone.setViewportSize(390, 844);
    phone.getByText("Did tears come, for you or for").waitFor();
    choose(phone, "tears", "ME");
    lookAt(phone, "moments-check-in");
    save(phone);
    phone.locator("a[href$='/more']").click();
    phone.selectOption("[name=intensity]", "7");
    phone.selectOption("[name=ashamed]", "2");
    phone.fill("textarea", "The song from the boat");
    lookAt(phone, "moments-more");
    save(phone);
    phone.getByText("The song from the boat").waitFor();

    var theirs = visit(amara, "/clients/" + client() + "/moments");
    theirs.getByText("tears came, for").waitFor();
    assertThat(theirs.content()).doesNotContain("The song from the boat");
    phone.locator("form[action$='/show'] button").click();
    phone.getByText("can read this while you work together").waitFor();
    lookAt(phone, "moments-one-shown");

    phone.navigate(address("/moments/new"));
    choose(phone, "setting", "ALONE");
    choose(phone, "now", "3");
    lookAt(phone, "moments-new");
    save(phone);
    phone.getByText("We’ll ask again, quietly").waitFor();
    theirs.reload();
    theirs.getByText("The song from the boat").waitFor();
    assertThat(theirs.content()).doesNotContain("alone");
    lookAt(theirs, "moments-theirs");

    clock.advance(Duration.ofMinutes(21));
    phone.navigate(address("/home"));
    lookAt(phone, "moments-home");
    phone.getByText("How are you now?").first().waitFor();
    phone.locator("a[href^='/check-back/']").last().click();
    lookAt(phone, "moments-check-back");
    phone.locator(".crying-scale button").nth(4).click();
    phone.getByText("It is kept with your note").waitFor();
    phone.navigate(address("/moments"));
    lookAt(phone, "moments-all");

    phone.navigate(address("/notices"));
    lookAt(phone, "moments-notices");
    phone.getByText("Turn everything off").click();
    phone.getByText("Everything is off. We won’t ask again.").waitFor();
    var second = held(TUESDAY_SEVEN);
    // A day later the phone has to sign in anew.
    var later = visit(lea, "/sessions/" + second + "/check-in");
    later.getByText("I felt heard").waitFor();
    assertThat(later.content()).doesNotContain("Did tears come");
  }

  @Test
  void whatIsLeftOutIsSaidBesideItsQuestion() {
    var page = visit(lea, "/moments/new");
    page.fill("[name=at]", "");
    save(page);
    page.locator("#at-error").waitFor();
    assertThat(page.locator("#setting-error").count()).isZero();
    lookAt(page, "moments-error");
  }

  private AppointmentId held(Instant start) {
    clock.set(start.minus(Duration.ofHours(1)));
    var hour = book(start).id();
    clock.set(start);
    sessions.arrive(hour, lea.id(), new Arrival("Berlin", "+49 30 1234567"));
    sessions.admit(hour, amara.id());
    clock.set(start.plus(Duration.ofMinutes(50)));
    sessions.end(hour, amara.id());
    return hour;
  }

  private static void choose(Page page, String name, String value) {
    page.locator("input[name='" + name + "'][value='" + value + "']")
        .check(new Locator.CheckOptions().setForce(true));
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .click();
  }
}
