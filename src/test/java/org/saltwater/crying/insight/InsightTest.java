package org.saltwater.crying.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.alliance.CheckIn;
import org.saltwater.alliance.CheckIns;
import org.saltwater.alliance.Item;
import org.saltwater.care.CarePractice;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Setting;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.progress.PastAnswers;
import org.saltwater.progress.PastAnswers.Answered;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is read of whose hours, and what is shown of it. Hours are on Tuesdays at two in Berlin.
@SaltwaterTest
@Tag("crying")
class InsightTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T13:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant LATER = TUESDAY.plus(WEEK.multipliedBy(12));

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TherapySessions sessions;
  @Autowired CheckIns checkIns;
  @Autowired TearsInTheHour tears;
  @Autowired CryingEpisodes episodes;
  @Autowired PastAnswers answers;
  @Autowired HoursReading reading;
  @Autowired Learning learning;
  @Autowired LearnedRows rows;
  @Autowired LearnedReading learned;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;

  @BeforeEach
  void begin() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
  }

  @Test
  void hoursCountWhereNothingIsMissingAndStretchesEndWhereSomethingIs() {
    hour(0, 14, HourAnswer.NO, 3);
    var cried = hour(1, 12, HourAnswer.ME, 4);
    hour(2, 11, HourAnswer.THEM, 2);
    hour(3, 13, null, 3);
    hour(4, 10, HourAnswer.BOTH, 3);
    hour(5, null, HourAnswer.NO, 3);
    for (var week = 6; week < 9; week++) {
      hour(week, 9, HourAnswer.NO, 4);
    }
    var read = reading.read(mira, LATER);
    assertThat(read.plain().stretches()).hasSize(2);
    var first = read.plain().stretches().getFirst();
    assertThat(first.first()).isZero();
    assertThat(first.hours()).isDeepEqualTo(new double[][] {{14, 0, 3}, {12, 1, 4}, {11, 0, 2}});
    assertThat(read.plain().stretches().getLast().first()).isEqualTo(6);
    assertThat(read.rated().stretches()).as("these tears were not rated").hasSize(1);

    rate(cried, 8, 3, false);
    assertThat(reading.read(mira, LATER).rated().stretches()).as("and may not count").hasSize(1);
    rate(cried, 8, 3, true);
    assertThat(reading.read(mira, LATER).rated().stretches().getFirst().hours())
        .isDeepEqualTo(new double[][] {{14, 0, 3, 0, 0}, {12, 1, 4, 8, 3}, {11, 0, 2, 0, 0}});
  }

  @Test
  void onlyWhoSaidYesIsReadAndNobodyAnyMoreOnceTheyTakeItBack() {
    for (var week = 0; week < 3; week++) {
      hour(week, 12, HourAnswer.NO, 3);
    }
    var before = learning.readAgreed(LATER).size();
    var visit = new Visit(port);
    var bearer = practice.bearer(mira);
    var path = "/api/v1/moments/looking-back/counting";
    assertThat(visit.json("PUT", path, "", "Authorization", bearer).status()).isEqualTo(204);
    assertThat(visit.json("PUT", path, "", "Authorization", bearer).status()).isEqualTo(204);
    assertThat(learning.readAgreed(LATER)).hasSize(before + 1);
    assertThat(learning.learn().orElseThrow().arms()).as("far too few").isEmpty();
    damage();
    assertThat(learning.readAgreed(LATER)).as("a damaged row stops nobody else").hasSize(before);
    damage();
    assertThat(learning.readAgreed(LATER)).hasSize(before + 1);
    assertThat(visit.json("DELETE", path, "", "Authorization", bearer).status()).isEqualTo(204);
    assertThat(learning.readAgreed(LATER)).hasSize(before);
  }

  @Test
  void fourMomentsSayNothingAndTheFifthPutsThemSideBySide() {
    for (var day = 1; day <= 4; day++) {
      moment(day, 3, 6);
    }
    assertThat(page(mira.person(), "/moments/looking-back"))
        .contains("There is nothing to see here yet")
        .doesNotContain("<table");
    assertThat(page(mira.person(), "/api/v1/moments/looking-back")).isEqualTo("{\"agreed\":false}");

    moment(5, 5, 4);
    assertThat(page(mira.person(), "/moments/looking-back"))
        .contains(
            "In 5 moments you noted", "felt better in 4 of them", "and worse in 1.", "<table");
    assertThat(page(mira.person(), "/api/v1/moments/looking-back"))
        .contains("\"after\":{\"better\":4,\"same\":0,\"worse\":1}");
    var noor = practice.clientOf(amara, "Noor");
    assertThat(page(noor.person(), "/moments/looking-back")).doesNotContain("<table");
  }

  @Test
  void aCoordinatorSeesWhatIsLackingOrBothArmsAndWhatTheyCannotShow() {
    var ines = practice.person("Ines", Role.COORDINATOR);
    rows.replace(Learned.NOTHING, TUESDAY);
    assertThat(page(ines, "/practice/tears")).contains("It takes 50 people");
    assertThat(page(ines, "/practice/tears.csv")).hasLineCount(1);

    var drawn = World.of(120, 6, 12).planted(-2, .012).moderated(-.6, .5).draw(4, true);
    rows.replace(Learned.from(drawn, drawn, TUESDAY), TUESDAY);
    assertThat(page(ines, "/practice/tears"))
        .contains("120 people", "points lower than after the same people’s hours without")
        .contains("It cannot say that one caused the other", "95 % range");
    assertThat(page(ines, "/practice/tears.csv"))
        .contains("tears-then-total,phq-9 points,120,", "total-then-tears,", "tears-by-shame,");
    assertThat(page(ines, "/api/v1/practice/tears")).contains("\"tearsThenTotal\":{\"value\":-");

    for (var role : EnumSet.complementOf(EnumSet.of(Role.COORDINATOR))) {
      var other = practice.signedIn(practice.person("Robin", role));
      assertThatThrownBy(() -> learned.read(other)).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> learned.export(other)).isInstanceOf(Refusal.class);
    }
  }

  private String page(PersonId who, String path) {
    var answer =
        new Visit(port).call("GET", path, "text/html", "", "Authorization", practice.bearer(who));
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  /// @param total of the PHQ-9, an hour before; null if it was not answered
  /// @param answer whether tears came; null if it was not said
  private AppointmentId hour(
      int week, @Nullable Integer total, @Nullable HourAnswer answer, int rated) {
    var start = TUESDAY.plus(WEEK.multipliedBy(week));
    clock.set(start.minus(Duration.ofDays(1)));
    var id = practice.appointment(mira, amara, start.toString()).id();
    clock.set(start.minus(Duration.ofHours(1)));
    if (total != null) {
      answers.add(mira, List.of(new Answered(UUID.randomUUID(), "phq-9", phq9(total))));
    }
    clock.set(start);
    sessions.arrive(id, mira.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(id, amara.person());
    clock.set(start.plus(Duration.ofMinutes(50)));
    sessions.end(id, amara.person());
    var me = practice.signedIn(mira);
    checkIns.save(me, id, new CheckIn(Map.of(Item.FELT_HEARD, rated), ""));
    tears.save(me, id, answer, Set.of());
    return id;
  }

  private static Map<String, Integer> phq9(int total) {
    var given = new java.util.HashMap<String, Integer>();
    for (var item = 1; item <= 8; item++) {
      given.put("phq-9." + item, Math.clamp(total - 2 * (item - 1), 0, 2));
    }
    given.put("phq-9.9", 0);
    return given;
  }

  private void rate(AppointmentId hour, int supported, int ashamed, boolean pooled) {
    var own = Evidence.own(mira);
    var id = tears.findEpisode(hour, mira).orElseThrow();
    var note = episodes.find(own, id).map(CryingEpisode::note).orElseThrow();
    episodes.save(
        mira,
        id,
        new EpisodeNote(
            note.at(),
            note.who(),
            note.setting(),
            note.session(),
            note.ladderStep(),
            note.modality(),
            note.course(),
            new Felt(null, supported, null, ashamed),
            note.aftermath(),
            "",
            pooled));
  }

  /// Turns one bit of what Mira said; again turns it back.
  private void damage() {
    practice
        .get(JdbcClient.class)
        .sql(
            "update crying_hour set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where"
                + " client = ?")
        .param(mira.value())
        .update();
  }

  private void moment(int daysAgo, int before, int after) {
    var id = EpisodeId.random();
    var at = clock.instant().minus(Duration.ofDays(daysAgo));
    episodes.save(mira, id, EpisodeNote.of(at, WhoCried.CLIENT, Setting.ALONE));
    episodes.rate(mira, id, MoodMoment.BEFORE, before);
    episodes.rate(mira, id, MoodMoment.AFTER_90, after);
  }
}
