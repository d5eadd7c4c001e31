package org.saltwater.matching.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.BrowserTest;
import org.saltwater.intake.AnsweredIntakes;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.matching.Matching;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.TestTherapists;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("journey")
class MatchPagesTest extends BrowserTest {
  /// All in Iceland, where no other test's people are.
  private static final String PRACTICE =
      """
      Amara Okafor | woman | speaks en de | by video phone text | for anxiety_and_panic sleep | works schema emotion_focused | over_50
      Jonas Lind | man | by video phone | for sleep | works cognitive_behavioural | under_35
      Guðrún Þorgerður Aðalsteinsdóttir-Wolfeschlegelsteinhausen | by video | works psychodynamic | for anxiety_and_panic grief_and_loss relationships family
      Kim Ito | non_binary | by video | for anxiety_and_panic
      Ben Full | man | taken 5 of 5
      """;

  @Autowired Therapists therapists;
  @Autowired Availabilities availabilities;
  @Autowired Intakes intakes;
  @Autowired Matching matching;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void practice() {
    jdbc.sql("truncate therapists_profile, matching_waitlist").update();
    for (var profile : Directory.of(PRACTICE.replace("\n", " | licensed IS\n"))) {
      therapists.register(profile);
      availabilities.set(
          profile.id(), Availability.weekly(profile.zone(), "Tue 17:00-20:00", "Thu 09:00-12:00"));
    }
    matching.refresh();
  }

  @Test
  void waysOfWorkingThatATherapistDoesNotKnowAreNamedInOneSentence() {
    var page =
        of(
            "domains=SLEEP; domains.first=SLEEP; wish.approach.SCHEMA=WOULD_LIKE;"
                + "wish.approach.EMDR=WOULD_LIKE; wish.approach.SYSTEMIC=WOULD_LIKE; times=TUESDAY-EVENING");
    page.navigate(address("/matches"));

    assertThat(page.locator("main").innerText())
        .contains(
            "You would have liked Schema therapy or EMDR or Systemic therapy. Jonas works in other ways.")
        .contains("You would have liked EMDR or Systemic therapy. Amara works in other ways.");
  }

  @Test
  void threeWhoFitAreIntroducedInWordsWithARealHour() {
    var page =
        of(
            "domains=ANXIETY_AND_PANIC,SLEEP; domains.first=ANXIETY_AND_PANIC;"
                + "wish.gender.WOMAN=WOULD_LIKE; wish.approach.SCHEMA=WOULD_LIKE; times=TUESDAY-EVENING");
    page.navigate(address("/matches"));
    assertThat(page.locator("h1").textContent()).isEqualTo("Three people who fit");
    assertThat(page.locator(".match h2").first().textContent()).isEqualTo("Amara Okafor");
    assertThat(page.locator(".match").first().textContent())
        .contains("You asked for evenings: Amara has Tuesday 24 November, 17:00.")
        .contains("You asked for a woman: Amara is.")
        .contains("50 minutes by video");
    assertThat(page.locator(".match .miss").allTextContents())
        .contains("You would have liked a woman. Kim is not.")
        .contains("You would have liked a woman. Guðrún has not told us.");
    assertThat(page.locator(".button:not(.quiet, .plain)").count()).isEqualTo(1);
    page.getByText("How this adds up").first().click();
    check(page, "matches");
  }

  @Test
  void everyoneWhoFitsIsAClickAway() {
    var page = of("");
    page.navigate(address("/matches"));
    page.getByText("Show all 4 who fit").click();
    assertThat(page.locator("h1").textContent()).isEqualTo("4 people fit");
    check(page, "matches-all");
  }

  @Test
  void aNameIsFoundAndAllThatStandsInTheWayIsSaid() {
    var page = of("wish.gender.WOMAN=MUST");
    page.navigate(address("/matches/by-name"));
    page.getByLabel("Name, or a part of it").fill("gudrun");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find")).click();
    assertThat(page.locator(".fit").textContent()).contains("You said it must be a woman");
    page.navigate(address("/matches/by-name?name=ben"));
    assertThat(page.locator(".fit .miss").allTextContents())
        .anyMatch(line -> line.contains("it must be a woman"))
        .anyMatch(line -> line.contains("no place free"));
    check(page, "matches-by-name");
    page.navigate(address("/matches/by-name?name=nobodyatall"));
    assertThat(page.locator("main").textContent()).contains("Nobody of that name works here");
  }

  @Test
  void whereNobodyFitsAPersonSeesWhatWouldHelpAndCanWait() {
    var page = of("wish.gender.WOMAN=MUST_NOT; times=SUNDAY-EVENING");
    page.navigate(address("/matches"));
    assertThat(page.locator("main").textContent())
        .contains("If you could come at other times, 2 people would fit.");
    check(page, "matches-nobody");
    page.getByLabel("Where may we write to you?").fill("nonsense");
    page.getByText("Put me on the list").click();
    assertThat(page.locator("#email-error").textContent()).contains("name@example.org");
    page.getByLabel("Where may we write to you?").fill("someone@example.org");
    page.getByText("Put me on the list").click();
    assertThat(page.locator("main").textContent()).contains("You are next");
    check(page, "matches-waiting");
    page.getByText("Leave the list").click();
    assertThat(page.locator("main").textContent()).contains("Wait for a place");
  }

  @Test
  void aVisitorWithoutAnswersIsLedToTheQuestionnaire() {
    for (var path : List.of("/matches", "/matches/all", "/matches/by-name")) {
      var page = open(path);
      assertThat(page.url()).endsWith("/begin");
    }
  }

  @Test
  void aProfileTellsWhoThisIs() {
    TestTherapists.update(
        therapists,
        withAbout(
            "I listen slowly. Silence is fine with me, and so are tears.\n\nBefore this I was a"
                + " nurse for eleven years."));
    var page = open("/therapists/" + Directory.idOf("Amara Okafor"));
    assertThat(page.locator("main").textContent())
        .contains("Amara Okafor", "Schema therapy", "German", "Iceland", "Silence is fine");
    check(page, "therapist");
    page.navigate(address("/therapists/not-an-id"));
    assertThat(page.locator("h1").textContent()).isEqualTo("We could not find this therapist");
  }

  private org.saltwater.therapists.TherapistProfile withAbout(String about) {
    var known = therapists.get(Directory.idOf("Amara Okafor"));
    return new org.saltwater.therapists.TherapistProfile(
        known.id(),
        known.name(),
        known.title(),
        about,
        known.licences(),
        known.languages(),
        known.zone(),
        known.modalities(),
        known.specialties(),
        known.approaches(),
        known.gender(),
        known.ageBand(),
        known.worksWithHighRisk(),
        known.capacity(),
        known.taken(),
        known.standing());
  }

  private void check(Page page, String name) {
    assertAccessible(page);
    screenshots(page, name);
    assertNoSidewaysScrolling(page);
    page.setViewportSize(390, 844);
    assertNoSidewaysScrolling(page);
  }

  private Page of(String answers) {
    var token = AnsweredIntakes.answer(intakes, ClientId.random(), "place=IS; " + answers).token();
    var page = newPage();
    page.setExtraHTTPHeaders(Map.of("Intake-Token", token.value()));
    return page;
  }
}
