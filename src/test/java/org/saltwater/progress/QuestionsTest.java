package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.measures.Change;
import org.saltwater.measures.Instruments;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is asked when, and what becomes of an answer. Hours are on Tuesdays at two in Berlin.
@SaltwaterTest
@Tag("progress")
class QuestionsTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T13:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Autowired ApplicationContext context;
  @Autowired Questions questions;
  @Autowired Readings readings;
  @Autowired Trends trends;
  @Autowired Goals goals;
  @Autowired Instruments instruments;
  @Autowired Access access;
  @Autowired RiskFlags risks;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;

  @BeforeEach
  void inCare() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
  }

  @Test
  void beforeAnHourPhq9AndGad7AreAskedAndNotAgainForAWeek() {
    practice.appointment(mira, amara, TUESDAY.toString());
    assertThat(asked()).containsExactly("gad-7", "phq-9");

    answer("phq-9", 2);
    answer("gad-7", 2);
    assertThat(questions.now(mira).isWaiting()).isFalse();
    assertThat(asked()).as("to go back to").containsExactly("gad-7", "phq-9");

    clock.set(TUESDAY.minus(Duration.ofHours(1)));
    practice.appointment(mira, amara, "2026-11-26T13:00:00Z");
    clock.set(Instant.parse("2026-11-26T12:00:00Z"));
    assertThat(asked()).doesNotContain("phq-9", "gad-7");
  }

  @Test
  void withoutAnHourNearTheWeeklyOnesAreNotAsked() {
    practice.appointment(mira, amara, "2026-12-01T13:00:00Z");
    assertThat(asked()).doesNotContain("phq-9", "gad-7");
    assertThatThrownBy(() -> questions.save(mira, "phq-9", Map.of("phq-9.1", 1)))
        .hasMessage("not-asked-now");
  }

  @Test
  void eachTapIsKeptAndCanBeGoneOnWithOnAnotherDevice() {
    practice.appointment(mira, amara, TUESDAY.toString());
    questions.save(mira, "phq-9", Map.of("phq-9.1", 2));
    questions.save(mira, "phq-9", Map.of("phq-9.2", 1));
    var taken = new HashMap<String, Integer>();
    taken.put("phq-9.2", null);
    questions.save(mira, "phq-9", taken);

    var step = (Sitting.Asked) questions.now(mira).find("phq-9").orElseThrow();
    assertThat(step.answers().values()).isEqualTo(Map.of("phq-9.1", 2));
    assertThat(
            jdbc.sql("select count(*) from progress_filling where client = ?")
                .param(mira.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(readings.list(Evidence.own(mira))).as("not finished").isEmpty();
  }

  @Test
  void whatIsSkippedIsNotAskedAgainBeforeThisHourButBeforeTheNext() {
    practice.appointment(mira, amara, TUESDAY.toString());
    questions.skip(mira);
    assertThat(questions.now(mira).steps()).isEmpty();

    clock.set(TUESDAY.plus(Duration.ofHours(2)));
    practice.appointment(mira, amara, TUESDAY.plus(WEEK).toString());
    clock.set(TUESDAY.plus(WEEK).minus(Duration.ofHours(1)));
    assertThat(asked()).containsExactly("gad-7", "phq-9");
  }

  @Test
  void anyAnswerToTheNinthItemBringsAHumanAtOnceWhateverTheRest() {
    practice.appointment(mira, amara, TUESDAY.toString());
    assertThat(questions.save(mira, "phq-9", Map.of("phq-9.9", 0)).help()).isFalse();
    assertThat(risks.listOpenFor(mira)).isEmpty();

    assertThat(questions.save(mira, "phq-9", Map.of("phq-9.9", 1)).help()).isTrue();
    assertThat(risks.listOpenFor(mira))
        .extracting(RiskFlag::level)
        .containsExactly(RiskLevel.MODERATE);

    questions.save(mira, "phq-9", Map.of("phq-9.9", 3));
    assertThat(risks.listOpenFor(mira)).extracting(RiskFlag::level).containsExactly(RiskLevel.HIGH);

    questions.save(mira, "phq-9", Map.of("phq-9.9", 0));
    assertThat(risks.listOpenFor(mira)).as("a lower answer takes nothing back").hasSize(1);
  }

  @Test
  void aTherapistReadsTheTotalsOverTimeThroughTheDoorAndTheReadingIsWrittenDown() {
    meetWeekly(3, 3, 1);
    assertThat(audit.listFor(mira, Set.of(AuditAction.READ), null, 50).records()).isEmpty();

    var evidence = access.toRead(practice.signedIn(amara), mira, Scope.SCORES);
    assertThat(readings.list(evidence))
        .filteredOn(it -> it.instrument().equals("phq-9"))
        .extracting(Reading::value)
        .containsExactly(27, 27, 9);
    assertThat(trend("phq-9", evidence).change()).contains(Change.RECOVERED);
    assertThat(audit.listFor(mira, Set.of(AuditAction.READ), null, 50).records()).hasSize(1);

    var stranger = practice.therapist("Ben | taken 0 of 5");
    assertThatThrownBy(() -> access.toRead(practice.signedIn(stranger), mira, Scope.SCORES))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () -> readings.list(access.toRead(practice.signedIn(amara), mira, Scope.GOALS)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void scoresAndGoalsTravelToTheNextTherapistOnlyWhenTheClientChoosesThem() {
    meetWeekly(3);
    goals.add(mira, "Canary: swim in the sea again");
    var ben = practice.therapist("Ben | taken 0 of 5");
    var zoe = practice.therapist("Zoe | taken 0 of 5");
    clock.advance(Duration.ofDays(1));

    changeTo(ben, Set.of(Scope.SCORES, Scope.GOALS));
    assertThat(seenBy(ben)).containsExactly(27L, 1L);

    clock.advance(Duration.ofDays(1));
    changeTo(zoe, Set.of());
    assertThat(seenBy(zoe)).containsExactly(0L, 0L);
  }

  @Test
  void thereAreThreeGoalsAtMostAndEachIsRatedOnceForAnHour() {
    var first = goals.add(mira, " Sleep through ");
    goals.add(mira, "See my brother");
    goals.add(mira, "Swim");
    assertThatThrownBy(() -> goals.add(mira, "A fourth")).hasMessage("enough-goals");

    goals.rate(mira, first.id(), 3);
    goals.rate(mira, first.id(), 4);
    clock.advance(WEEK);
    goals.rate(mira, first.id(), 6);
    var listed = goals.listOpen(mira).getFirst();
    assertThat(listed.words()).isEqualTo("Sleep through");
    assertThat(listed.ratings()).extracting(Goal.Rating::value).containsExactly(4, 6);
    assertThatThrownBy(() -> goals.rate(mira, first.id(), 11)).isInstanceOf(Refusal.class);

    goals.close(mira, first.id());
    goals.add(mira, "A fourth");
    var other = practice.client("Other");
    assertThatThrownBy(() -> goals.rate(other, first.id(), 1)).hasMessage("not-found");
  }

  @Test
  void nothingAnsweredOrSaidLiesInTheDatabaseInTheClear() {
    practice.appointment(mira, amara, TUESDAY.toString());
    goals.add(mira, "Canary: swim in the sea again");
    questions.save(mira, "phq-9", Map.of("phq-9.9", 1));
    for (var table : List.of("progress_filling", "progress_goal")) {
      var stored =
          jdbc.sql("select sealed from " + table + " where client = ?")
              .param(mira.value())
              .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
              .single();
      assertThat(stored).doesNotContain("phq").doesNotContain("Canary");
    }
  }

  /// An hour a week, with PHQ-9 answered with the same value throughout, an hour before.
  private void meetWeekly(int... values) {
    var start = TUESDAY;
    for (var value : values) {
      practice.appointment(mira, amara, start.toString());
      clock.set(start.minus(Duration.ofHours(1)));
      answer("phq-9", value);
      clock.set(start.plus(Duration.ofHours(2)));
      start = start.plus(WEEK);
    }
  }

  private void answer(String id, int value) {
    var answers = new HashMap<String, Integer>();
    instruments.get(id).scoredItems().forEach(item -> answers.put(item.linkId(), value));
    questions.save(mira, id, answers);
    questions.finish(mira, id);
  }

  private List<String> asked() {
    return questions.now(mira).steps().stream().map(Sitting.Step::code).toList();
  }

  private Trend trend(String instrument, Evidence evidence) {
    return trends.list(evidence).stream()
        .filter(it -> it.instrument().id().equals(instrument))
        .findFirst()
        .orElseThrow();
  }

  /// The sum of all PHQ-9 totals and the number of goals that a therapist is shown.
  private List<Long> seenBy(TherapistId therapist) {
    var me = practice.signedIn(therapist);
    return List.of(
        readings.list(access.toRead(me, mira, Scope.SCORES)).stream()
            .mapToLong(Reading::value)
            .sum(),
        (long) goals.list(access.toRead(me, mira, Scope.GOALS)).size());
  }

  private void changeTo(TherapistId next, Set<Scope> travels) {
    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, travels);
    changes.complete(
        change.id(), mira, next, Instant.parse("2026-11-30T09:00:00Z"), Modality.VIDEO);
  }
}
