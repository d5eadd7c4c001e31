package org.saltwater.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Hours of a week apart, what is noticed in them, and who is told what.
@SaltwaterTest
@Tag("progress")
class RupturesTest {
  private static final Instant FIRST = Instant.parse("2026-11-24T13:00:00Z");
  private static final String WORDS = "Canary: you looked at the clock";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TherapySessions sessions;
  @Autowired CheckIns checkIns;
  @Autowired Ruptures ruptures;
  @Autowired Patterns patterns;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;
  private Instant next;

  @BeforeEach
  void inCare() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 9");
    mira = practice.clientOf(amara, "Mira");
    next = FIRST;
  }

  @Test
  void theTherapistsHomeSaysItTheSameDayAndNoWordOfIt() {
    meet(mira, 3, 4, 4);
    say(hold(mira), 2, WORDS, false);

    var home = home(practice.bearer(amara));
    assertThat(home).contains("something may have come between you").doesNotContain("Canary");
    assertThat(reads()).as("nothing was opened for it").isEmpty();
    assertThat(record()).contains("Yes. The words are kept.").doesNotContain("Canary");
  }

  @Test
  void theWordsAreReadOnceTheyAreShared() {
    var hour = hold(mira);
    say(hour, 3, WORDS, false);
    assertThat(record()).doesNotContain("Canary");

    say(hour, 3, WORDS, true);
    assertThat(record()).contains(WORDS);
    assertThat(home(practice.bearer(amara))).doesNotContain("Canary");
  }

  @Test
  void aRepairIsNoticedAndSaid() {
    meet(mira, 3, 4, 4);
    say(hold(mira), 1, "", false);
    assertThat(outcomes()).containsExactly(Rupture.Outcome.OPEN);
    meet(mira, 2, 4);

    assertThat(outcomes()).containsExactly(Rupture.Outcome.REPAIRED);
    assertThat(home(practice.bearer(amara))).contains("is back where it used to be");
  }

  @Test
  void threeHoursWithoutAWordAreThreeHours() {
    meet(mira, 3, 4, 4);
    say(hold(mira), 1, "", false);
    hold(mira);
    hold(mira);
    hold(mira);
    assertThat(outcomes())
        .as("the third can still be answered")
        .containsExactly(Rupture.Outcome.OPEN);
    hold(mira);
    await().until(() -> outcomes().equals(List.of(Rupture.Outcome.NOT_REPAIRED)));
  }

  @Test
  void answersTakenBackTakeBackWhatWasNoticed() {
    var hour = hold(mira);
    say(hour, 3, WORDS, true);
    assertThat(outcomes()).hasSize(1);
    checkIns.save(practice.signedIn(mira), hour, CheckIn.NOTHING);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void whatWasPutAsideStaysAsideUntilItSettles() {
    meet(mira, 3, 4, 4);
    var hour = hold(mira);
    say(hour, 1, "", false);
    ruptures.putAside(amara, hour);
    assertThat(ruptures.listToSee(amara)).isEmpty();
    meet(mira, 4);
    assertThat(ruptures.listToSee(amara))
        .extracting(Rupture::outcome)
        .containsExactly(Rupture.Outcome.REPAIRED);
  }

  @Test
  void nobodyIsToldOfAClientWhomTheyDoNotTreat() {
    var hour = hold(mira);
    say(hour, 3, WORDS, true);
    var ben = practice.therapist("Ben | taken 0 of 5");
    assertThatThrownBy(() -> ruptures.putAside(ben, hour)).hasMessage("not-found");

    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of());
    changes.complete(change.id(), mira, ben, next.plus(Duration.ofDays(1)), Modality.VIDEO);
    assertThat(ruptures.listToSee(amara)).isEmpty();
    assertThat(ruptures.listToSee(ben)).isEmpty();
    assertThatThrownBy(() -> ruptures.putAside(amara, hour)).hasMessage("not-found");
  }

  @Test
  void afterALowCheckInTwoWaysOnAreOfferedAlike() {
    var hour = hold(mira);
    say(hour, 1, "", false);
    var done = page("/sessions/" + hour + "/check-in?done=true", practice.bearer(mira));
    assertThat(done)
        .contains("<a class=\"button quiet\" href=\"/agenda\">Talk about it</a>")
        .contains("<a class=\"button quiet\" href=\"/change-therapist\">Change therapist</a>")
        .doesNotContain("class=\"button\" href");
    assertThat(page("/sessions/" + hour + "/check-in?done=true", practice.bearer(amara)))
        .doesNotContain("Change therapist");

    say(hour, 4, "", false);
    assertThat(page("/sessions/" + hour + "/check-in?done=true", practice.bearer(mira)))
        .doesNotContain("Change therapist");
  }

  @Test
  void aPatternRestsOnFiveClientsAndOpensNobodysAnswers() {
    var others = new ArrayList<ClientId>();
    for (int i = 0; i < 3; i++) {
      others.add(practice.clientOf(amara, "Other"));
    }
    others.forEach(it -> meet(it, 4));
    say(hold(mira), 3, WORDS, false);
    assertThat(patterns.get(amara).answered().isShown()).as("four clients").isFalse();
    assertThat(page("/my-hours-together", practice.bearer(amara)))
        .contains("Too few clients to say")
        .doesNotContain("of 4 hours");

    var fifth = practice.clientOf(amara, "Fifth");
    hold(fifth);
    var pattern = patterns.get(amara);
    assertThat(pattern.answered()).isEqualTo(new Pattern.Share(4, 5, 5));
    assertThat(pattern.answered().isShown()).isTrue();
    assertThat(pattern.noticed()).isEqualTo(new Pattern.Share(1, 4, 4));
    assertThat(pattern.noticed().isShown()).isFalse();
    assertThat(page("/my-hours-together", practice.bearer(amara)))
        .contains("After 4 of 5 hours")
        .doesNotContain("Mira")
        .doesNotContain("Canary");
    assertThat(reads()).isEmpty();
  }

  @Test
  void aSupervisorSeesAPatternWhileTheTherapistLetsThem() {
    var sade = practice.person("Sade", Role.SUPERVISOR);
    assertThatThrownBy(() -> patterns.get(amara, sade)).hasMessage("not-found");

    patterns.show(amara, sade);
    patterns.show(amara, sade);
    assertThat(patterns.get(amara, sade)).isEqualTo(patterns.get(amara));
    assertThat(patterns.listShownTo(sade))
        .extracting(it -> it.id())
        .containsExactly(amara.person());
    var other = practice.person("Olu", Role.SUPERVISOR);
    assertThatThrownBy(() -> patterns.get(amara, other)).hasMessage("not-found");

    patterns.hide(amara, sade);
    assertThatThrownBy(() -> patterns.get(amara, sade)).hasMessage("not-found");
    assertThatThrownBy(() -> patterns.show(amara, PersonId.random())).hasMessage("not-found");
  }

  @Test
  void whatIsKeptOfARuptureHoldsNoWordAndNoFigure() {
    say(hold(mira), 3, WORDS, true);
    var row =
        jdbc.sql("select r::text from alliance_rupture r where client = ?")
            .param(mira.value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("Canary");
    var answers =
        jdbc.sql("select sealed from alliance_check_in where client = ?")
            .param(mira.value())
            .query((it, number) -> new String(it.getBytes(1), StandardCharsets.ISO_8859_1))
            .single();
    assertThat(answers).doesNotContain("Canary").doesNotContain("FELT_HEARD");
  }

  @Test
  void whenBothAreEarlyAnHourMayBeOverBeforeItWasToBeginAndCountsAllTheSame() {
    var hour = practice.appointment(mira, amara, next.toString()).id();
    clock.set(next.minus(Duration.ofMinutes(9)));
    sessions.arrive(hour, mira.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(hour, amara.person());
    clock.set(next.minus(Duration.ofMinutes(2)));
    sessions.end(hour, amara.person());
    assertThat(home(practice.bearer(mira))).contains("/sessions/" + hour + "/check-in");
    say(hour, 1, WORDS, false);
    assertThat(outcomes()).containsExactly(Rupture.Outcome.OPEN);
    assertThat(home(practice.bearer(mira))).doesNotContain("/sessions/" + hour + "/check-in");
  }

  private void meet(ClientId client, int... ratings) {
    for (var rating : ratings) {
      var hour = hold(client);
      checkIns.save(practice.signedIn(client), hour, checkIn(rating, "", false));
    }
  }

  /// An hour takes place and ends; the next is a day later.
  private AppointmentId hold(ClientId client) {
    var hour = practice.appointment(client, amara, next.toString()).id();
    clock.set(next);
    sessions.arrive(hour, client.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(hour, amara.person());
    clock.set(next.plus(Duration.ofMinutes(50)));
    sessions.end(hour, amara.person());
    next = next.plus(Duration.ofDays(1));
    while (next.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() > 5) {
      next = next.plus(Duration.ofDays(1));
    }
    return hour;
  }

  private void say(AppointmentId hour, int rating, String words, boolean shared) {
    checkIns.save(practice.signedIn(mira), hour, checkIn(rating, words, shared));
  }

  private static CheckIn checkIn(int rating, String words, boolean shared) {
    var ratings = new EnumMap<Item, Integer>(Item.class);
    for (var item : Item.values()) {
      ratings.put(item, rating);
    }
    return new CheckIn(ratings, words, shared);
  }

  private List<Rupture.Outcome> outcomes() {
    return ruptures.listBetween(mira, amara).stream().map(Rupture::outcome).toList();
  }

  private List<String> reads() {
    return audit.listFor(mira, Set.of(AuditAction.READ), null, 50).records().stream()
        .map(line -> line.entry().thing())
        .toList();
  }

  private String home(String bearer) {
    return page("/home", bearer);
  }

  private String record() {
    return page("/clients/" + mira, practice.bearer(amara));
  }

  private String page(String path, String bearer) {
    var page = new Visit(port).call("GET", path, "text/html", "", "Authorization", bearer);
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }
}
