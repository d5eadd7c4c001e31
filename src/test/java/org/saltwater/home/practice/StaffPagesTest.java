package org.saltwater.home.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.kernel.Role;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("journey")
class StaffPagesTest extends BrowserTest {
  @Autowired private Therapists therapists;

  @BeforeEach
  void fillThePractice() {
    if (therapists.list().isEmpty()) {
      Directory.of(
              """
              Amara Okafor | licensed DE | taken 3 of 8
              Jonas Lind   | licensed DE | taken 4 of 4
              Maximiliane Freifrau von und zu Wolkenstein-Trostburg | licensed DE | paused
              """)
          .forEach(therapists::register);
    }
  }

  @Test
  void aCoordinatorChangesPlacesAndMendsASlip() {
    var page = newPage();
    signIn(page, someone("Ines", Role.COORDINATOR));
    page.navigate(address("/practice/therapists?name=amara"));
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Amara Okafor")).click();
    page.getByLabel("Clients at the same time").fill("many");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save")).click();
    assertThat(page.locator(".field .error").textContent()).contains("from 0 to 200");
    assertThat(page.getByLabel("Clients at the same time").inputValue()).isEqualTo("many");
    assertAccessible(page);
    page.getByLabel("Clients at the same time").fill("9");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Save")).click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Saved");
    assertThat(therapists.get(Directory.idOf("Amara Okafor")).capacity()).isEqualTo(9);
    assertThat(therapists.countPlaces().free()).isEqualTo(6);
    screenshots(page, "practice-therapist");
    page.navigate(address("/practice/therapists"));
    assertAccessible(page);
    screenshots(page, "practice-therapists");
  }

  @Test
  void aTherapistLeavesOnlyWithADeputyNamed() {
    var page = newPage();
    signIn(page, someone("Ines", Role.COORDINATOR));
    var jonas = Directory.idOf("Jonas Lind");
    page.navigate(address("/practice/therapists/" + jonas + "/leaving"));
    var leave = new GetByRoleOptions().setName("Jonas Lind leaves now");
    page.getByRole(AriaRole.BUTTON, leave).click();
    assertThat(page.locator("fieldset .error").textContent()).contains("someone who works here");
    assertThat(therapists.get(jonas).standing()).isEqualTo(Standing.ACTIVE);
    assertAccessible(page);
    screenshots(page, "practice-leaving");
    page.getByText("Amara Okafor").click();
    page.getByRole(AriaRole.BUTTON, leave).click();
    assertThat(page.locator("main").textContent()).contains("has left the practice");
    assertThat(therapists.get(jonas).standing()).isEqualTo(Standing.LEFT);
  }

  @Test
  void onlyACoordinatorGetsIn() {
    var page = newPage();
    signIn(page, someone("Amara", Role.THERAPIST));
    assertThat(page.navigate(address("/practice/therapists")).status()).isEqualTo(403);
    assertAccessible(page);
    screenshots(page, "not-allowed");
  }
}
