package org.saltwater.crying.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Episodes;
import org.saltwater.care.TherapistChanges;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.RestingPractice;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Choices;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.safety.RiskState;
import org.saltwater.scheduling.CalendarFeeds;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A ladder climbed, rested and gone on with; and who sees how much of it.
@SaltwaterTest
@Tag("crying")
class LadderTest {
  private static final Preparation READY =
      new Preparation("My room", "Sam", "Open the window", 50, 6);

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired LadderRows rows;
  @Autowired Ladders ladders;
  @Autowired LadderSteps steps;
  @Autowired Repetitions repetitions;
  @Autowired LadderPauses pauses;
  @Autowired LadderReading reading;
  @Autowired RestingPractice resting;
  @Autowired PracticeAlarm alarm;
  @Autowired CryingEpisodes episodes;
  @Autowired RiskFlags risks;
  @Autowired CalendarFeeds feeds;
  @Autowired Choices choices;
  @Autowired People people;
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
  void aStepIsTakenAgainUntilItAsksLess() {
    var step = begun();
    take(step, 90, 60, false);
    assertThat(standing(step).hasSettled()).as("once").isFalse();
    take(step, 80, 50, false);
    assertThat(standing(step).hasSettled()).as("not thirty percent lower").isFalse();
    take(step, 60, 40, false);
    assertThat(standing(step).hasSettled()).isTrue();
    assertThat(standing(step).courses()).hasSize(3);
    assertThat(episodes.list(Evidence.own(mira))).as("no tears, nothing noted of them").isEmpty();
  }

  @Test
  void aTimeGoesFromPlannedToNotedOnceAndStoppingIsAnEndLikeAnyOther() {
    var step = begun();
    var id = plan(step);
    assertThatThrownBy(() -> repetitions.end(mira, id)).hasMessage("ladder-moved-on");
    repetitions.begin(mira, id, READY);
    assertThatThrownBy(() -> repetitions.begin(mira, id, READY)).hasMessage("ladder-moved-on");
    assertThatThrownBy(() -> repetitions.giveUp(mira, id)).hasMessage("ladder-moved-on");
    repetitions.end(mira, id);
    assertThat(repetitions.end(mira, id).state()).isEqualTo(RepetitionState.ENDED);
    repetitions.note(mira, id, new Note(null, null, null, null, ""));
    var noted = repetitions.get(Evidence.own(mira), id);
    assertThat(noted.state()).isEqualTo(RepetitionState.NOTED);
    assertThat(noted.discomfort()).as("nothing was said, and nothing is made up").isEmpty();

    var stranger = practice.clientOf(amara, "Noor");
    assertThatThrownBy(() -> repetitions.get(Evidence.own(stranger), id)).hasMessage("not-found");
    assertThatThrownBy(() -> steps.add(stranger, step, song())).hasMessage("ladder-not-begun");
  }

  @Test
  void tearsBecomeAMomentOfTheirOwnWithTheMoodOfBeforeAndAfter() {
    var step = begun();
    var id = take(step, 70, 40, true);
    var moment = episodes.find(Evidence.own(mira), new EpisodeId(id)).orElseThrow();
    assertThat(moment.note().setting()).isEqualTo(Setting.ALONE);
    assertThat(moment.note().ladderStep()).isEqualTo(step);
    assertThat(moment.moods()).containsEntry(MoodMoment.BEFORE, 6);
    assertThat(moment.moods()).containsEntry(MoodMoment.AT_ONCE, 5);
    assertThat(
            jdbc.sql("select count(*) from crying_prompt where episode = ?")
                .param(id)
                .query(Long.class)
                .single())
        .as("asked again after 20 and 90 minutes and the next day")
        .isEqualTo(3);
  }

  @Test
  void practiceRestsAfterTwoEpisodesWithALowerMoodAndTheClientGoesOnByThemselves() {
    begun();
    cried(5, 4);
    cried(5, 5);
    assertThat(ladder().isPaused()).as("once lower, once not").isFalse();
    cried(6, 3);
    assertThat(ladder().pause().orElseThrow().cause()).isEqualTo(PauseCause.MOOD);
    assertThat(resting.listToSee(amara))
        .extracting(RestingPractice.Resting::client)
        .containsExactly(mira);
    assertThat(mailsTo(amara.person())).anySatisfy(it -> assertThat(it).contains("something new"));
    assertThat(mailsTo(amara.person()))
        .noneSatisfy(it -> assertThat(it).containsIgnoringCase("mira"));
    assertThatThrownBy(() -> plan(steps.list(Evidence.own(mira)).getFirst().id()))
        .hasMessage("ladder-paused");

    pauses.putAside(amara, resting.listToSee(amara).getFirst().id());
    assertThat(resting.listToSee(amara)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    pauses.resume(mira, Resumption.BY_MYSELF);
    cried(5, 2);
    assertThat(ladder().isPaused()).as("those of before count no more").isFalse();
    cried(5, 2);
    assertThat(ladder().isPaused()).isTrue();
  }

  @Test
  void practiceRestsOnAnyRiskAnswerUntilAHumanWasInTouchAndTheClientHasTalked() {
    var step = begun();
    var time = plan(step);
    repetitions.begin(mira, time, READY);
    var flag = risks.raise(mira, RiskLevel.LOW, RiskSource.QUESTIONNAIRE);
    await().until(() -> ladder().isPaused());
    assertThat(ladder().pause().orElseThrow().cause()).isEqualTo(PauseCause.RISK);
    assertThat(repetitions.end(mira, time).state())
        .as("stopping is possible all the same")
        .isEqualTo(RepetitionState.ENDED);

    assertThatThrownBy(() -> pauses.resume(mira, Resumption.TALKED)).hasMessage("contact-first");
    // Whatever the ladder says of itself: the flag is what counts.
    rows.endPause(ladder().pause().orElseThrow(), Resumption.TALKED, clock.instant());
    rows.setState(mira, LadderState.UNDER_WAY);
    assertThatThrownBy(() -> plan(step)).hasMessage("contact-first");
    pauses.pause(mira, PauseCause.RISK);
    for (var next : new RiskState[] {RiskState.SEEN, RiskState.CONTACTED, RiskState.CLOSED}) {
      risks.move(flag.id(), next, amara.person());
    }
    assertThatThrownBy(() -> pauses.resume(mira, Resumption.BY_MYSELF)).hasMessage("talk-first");
    pauses.resume(mira, Resumption.TALKED);
    assertThat(ladder().state()).isEqualTo(LadderState.UNDER_WAY);
    assertThat(plan(step)).isNotNull();
  }

  @Test
  void aPauseByMoodBecomesTheGraverOneAndNotTheOtherWayRound() {
    begun();
    pauses.pause(mira, PauseCause.MOOD);
    pauses.putAside(amara, resting.listToSee(amara).getFirst().id());
    pauses.pause(mira, PauseCause.RISK);
    assertThat(ladder().pause().orElseThrow().cause()).isEqualTo(PauseCause.RISK);
    assertThat(resting.listToSee(amara)).as("and shows again").hasSize(1);
    pauses.pause(mira, PauseCause.MOOD);
    assertThat(ladder().pause().orElseThrow().cause()).isEqualTo(PauseCause.RISK);
  }

  @Test
  void nobodyBeginsWhileAHumanIsToGetInTouch() {
    risks.raise(mira, RiskLevel.MODERATE, RiskSource.QUESTIONNAIRE);
    assertThatThrownBy(() -> ladders.begin(mira, false)).hasMessage("contact-first");
    assertThat(ladders.find(mira)).isEmpty();
  }

  @Test
  void whoPractisesOnlyWithTheirTherapistTakesStepsInSessionOnly() {
    ladders.begin(mira, true);
    var alone = steps.add(mira, UUID.randomUUID(), song()).id();
    var inSession =
        steps
            .add(mira, UUID.randomUUID(), new NewStep(Setting.SESSION, "The letter", Prompt.NONE))
            .id();
    assertThatThrownBy(() -> plan(alone)).hasMessage("only-in-session");
    var hour = practice.appointment(mira, amara, "2026-11-25T09:00:00Z").id();
    assertThat(repetitions.planInHour(mira, inSession, UUID.randomUUID(), hour)).isNotNull();
    ladders.begin(mira, false);
    var own = plan(alone);
    ladders.begin(mira, true);
    assertThat(repetitions.get(Evidence.own(mira), own).state())
        .as("a time of one’s own is given free with that choice")
        .isEqualTo(RepetitionState.GIVEN_UP);
    ladders.begin(mira, false);
    var planned = plan(alone);
    steps.move(mira, alone, StepState.LAID_ASIDE);
    assertThat(repetitions.get(Evidence.own(mira), planned).state())
        .as("what is laid aside has no time any more")
        .isEqualTo(RepetitionState.GIVEN_UP);
  }

  @Test
  void aTherapistSeesNothingThenTheStepsThenTheCourseAndNeverTheWords() {
    var step = begun();
    take(step, 90, 60, false);
    take(step, 50, 30, false);
    var me = practice.signedIn(amara);
    assertThat(reading.theirs(me, mira).steps()).isEmpty();

    ladders.share(mira, Sharing.STEPS);
    var shown = reading.theirs(me, mira).steps();
    assertThat(shown).extracting(it -> it.step().title()).containsExactly("Grandmother’s song");
    assertThat(shown.getFirst().settled()).isTrue();
    assertThat(shown.getFirst().courses()).isEmpty();
    assertThat(shown.getFirst().step().prompt()).isEqualTo(Prompt.NONE);

    ladders.share(mira, Sharing.COURSE);
    assertThat(reading.theirs(me, mira).steps().getFirst().courses()).hasSize(2);
    ladders.share(mira, Sharing.NOTHING);
    assertThat(reading.theirs(me, mira).steps()).as("hidden again").isEmpty();
    ladders.share(mira, Sharing.COURSE);
    assertThat(audit.listFor(mira, Set.of(AuditAction.READ), null, 50).records())
        .as("the client sees that it was read")
        .anySatisfy(it -> assertThat(it.entry().thing()).isEqualTo("crying.ladder"));

    var other = practice.therapist("Boris | taken 0 of 5");
    assertThatThrownBy(() -> reading.theirs(practice.signedIn(other), mira))
        .hasMessage("not-found");

    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of());
    changes.complete(
        change.id(), mira, other, Instant.parse("2026-11-25T09:00:00Z"), Modality.VIDEO);
    assertThatThrownBy(() -> reading.theirs(me, mira)).hasMessage("not-found");
    assertThat(reading.theirs(practice.signedIn(other), mira).steps())
        .as("the next one sees nothing until the client says so")
        .isEmpty();
  }

  @Test
  void whatWasSharedSeenAndSuggestedStaysWithTheTherapistItWasWith() {
    begun();
    reading.propose(practice.signedIn(amara), mira, UUID.randomUUID(), song());
    ladders.share(mira, Sharing.COURSE);
    pauses.pause(mira, PauseCause.MOOD);
    pauses.putAside(amara, resting.listToSee(amara).getFirst().id());
    assertThat(page("/ladder")).contains("A step that Amara");

    var care = practice.get(Episodes.class);
    var boris = practice.therapist("Boris | taken 0 of 5");
    care.close(mira, amara);
    care.open(mira, boris);
    assertThat(ladder().shared()).as("nothing is said to be shown").isEqualTo(Sharing.NOTHING);
    assertThat(resting.listToSee(boris))
        .as("Boris is told, whoever saw it before")
        .extracting(RestingPractice.Resting::client)
        .containsExactly(mira);
    assertThat(page("/ladder"))
        .contains("A step that was suggested to you")
        .doesNotContain("A step that Boris");

    care.close(mira, boris);
    clock.advance(Duration.ofMinutes(1));
    care.open(mira, amara);
    assertThat(reading.theirs(practice.signedIn(amara), mira).steps())
        .as("what was shown once does not open again by itself")
        .isEmpty();
  }

  @Test
  void aMomentThatWasTakenAwayStaysAwayAndGoesWhenNoTearsCameAfterAll() {
    var step = begun();
    var id = take(step, 70, 40, true);
    episodes.delete(mira, new EpisodeId(id));
    repetitions.note(mira, id, new Note(70, 40, 5, true, "The smell of the garden."));
    assertThat(episodes.list(Evidence.own(mira))).as("a word was corrected").isEmpty();

    var other = take(step, 70, 40, true);
    assertThat(episodes.list(Evidence.own(mira))).hasSize(1);
    repetitions.note(mira, other, new Note(70, 40, 5, false, ""));
    assertThat(episodes.list(Evidence.own(mira))).isEmpty();
    repetitions.note(mira, other, new Note(70, 40, 5, true, ""));
    assertThat(episodes.list(Evidence.own(mira))).as("said anew").hasSize(1);
  }

  @Test
  void thePauseRuleCountsTheClientsOwnTearsSinceTheyBeganWhicheverIsSaidFirst() {
    reading.propose(practice.signedIn(amara), mira, UUID.randomUUID(), song());
    cried(5, 2);
    cried(5, 2);
    clock.advance(Duration.ofMinutes(1));
    begun();
    cried(5, 2);
    assertThat(ladder().isPaused()).as("two came before it was begun").isFalse();
    cried(WhoCried.THERAPIST, 5, 2);
    assertThat(ladder().isPaused()).as("these were not hers").isFalse();

    clock.advance(Duration.ofMinutes(1));
    var id = EpisodeId.random();
    episodes.save(mira, id, EpisodeNote.of(clock.instant(), WhoCried.BOTH, Setting.ALONE));
    episodes.rate(mira, id, MoodMoment.AFTER_90, 2);
    assertThat(ladder().isPaused()).isFalse();
    episodes.rate(mira, id, MoodMoment.BEFORE, 5);
    assertThat(ladder().isPaused()).isTrue();
  }

  @Test
  void aTherapistProposesAndTheClientTakesItOrNot() {
    var me = practice.signedIn(amara);
    var proposed = UUID.randomUUID();
    reading.propose(me, mira, proposed, song());
    reading.propose(me, mira, proposed, song());
    assertThat(ladder().state()).isEqualTo(LadderState.OFFERED);
    assertThat(reading.theirs(me, mira).proposed()).hasSize(1);
    assertThatThrownBy(() -> steps.move(mira, proposed, StepState.TAKEN))
        .hasMessage("ladder-not-begun");
    ladders.begin(mira, false);
    assertThatThrownBy(() -> plan(proposed)).as("not taken yet").hasMessage("ladder-moved-on");
    steps.move(mira, proposed, StepState.TAKEN);
    assertThat(plan(proposed)).isNotNull();
    assertThat(reading.theirs(me, mira).steps())
        .as("from then on it is the client’s, to show or not")
        .isEmpty();

    var other = practice.therapist("Boris | taken 0 of 5");
    assertThatThrownBy(
            () -> reading.propose(practice.signedIn(other), mira, UUID.randomUUID(), song()))
        .hasMessage("not-found");
  }

  @Test
  void theCalendarSaysOnlyThatItIsTimeForOneselfAndNothingWhileTheLadderRests() {
    plan(begun());
    assertThat(feeds.write(mira.person()))
        .contains("SUMMARY:Time for yourself", "DTSTART:20261124T180000Z")
        .doesNotContain("Grandmother");
    assertThat(feeds.write(amara.person())).doesNotContain("Time for yourself");
    pauses.pause(mira, PauseCause.MOOD);
    assertThat(feeds.write(mira.person())).doesNotContain("Time for yourself");
  }

  @Test
  void aReminderComesOnceAndNotToSomeoneWhoTurnedThatOff() {
    var step = begun();
    var first = plan(step);
    clock.set(Instant.parse("2026-11-24T17:00:00Z"));
    alarm.ring(first);
    alarm.ring(first);
    assertThat(mailsTo(mira.person())).hasSize(1);
    assertThat(mailsTo(mira.person()).getFirst())
        .contains("you set a time aside for yourself")
        .doesNotContain("Grandmother", "tears", "cry");

    choices.turnOff(mira.person(), Choices.all());
    alarm.ring(plan(step));
    assertThat(mailsTo(mira.person())).as("nothing more, ever").hasSize(1);

    choices.turnOff(mira.person(), Set.of());
    var givenUp = plan(step);
    repetitions.giveUp(mira, givenUp);
    alarm.ring(givenUp);
    assertThat(mailsTo(mira.person())).as("its time is free again").hasSize(1);
    var waiting = plan(step);
    pauses.pause(mira, PauseCause.MOOD);
    alarm.ring(waiting);
    assertThat(mailsTo(mira.person())).as("while the steps rest").hasSize(1);
    pauses.resume(mira, Resumption.BY_MYSELF);
    alarm.ring(waiting);
    assertThat(mailsTo(mira.person())).hasSize(2);
  }

  @Test
  void whatIsWrittenAndFeltIsSealed() {
    var step = begun();
    take(step, 90, 60, false);
    var stored =
        jdbc.sql(
                """
                select encode(s.sealed, 'escape') || encode(r.prepared, 'escape')
                  || encode(r.noted, 'escape')
                from crying_ladder_step s join crying_repetition r on r.step = s.id
                where s.id = ?
                """)
            .param(step)
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain("Grandmother", "garden", "window", "peak");
    assertThat(steps.get(Evidence.own(mira), step).toString() + standing(step) + READY)
        .doesNotContain("Grandmother", "window");
  }

  private UUID begun() {
    ladders.begin(mira, false);
    return steps.add(mira, UUID.randomUUID(), song()).id();
  }

  private static NewStep song() {
    return new NewStep(
        Setting.ALONE,
        "Grandmother’s song",
        new Prompt(Prompt.Kind.MUSIC, "The one from the garden", "https://example.org/song"));
  }

  private UUID plan(UUID step) {
    var start = Instant.parse("2026-11-24T18:00:00Z");
    var from = clock.instant().isAfter(start) ? clock.instant() : start;
    return repetitions.plan(mira, step, UUID.randomUUID(), from, 30).id();
  }

  /// Takes a step for a quarter of an hour, beginning at a discomfort of 50.
  private UUID take(UUID step, int peak, int after, boolean tears) {
    var id = repetitions.plan(mira, step, UUID.randomUUID(), clock.instant(), 30).id();
    repetitions.begin(
        mira, id, new Preparation("My room", "Sam", "Open the window", Math.max(50, after), 6));
    clock.advance(Duration.ofMinutes(15));
    repetitions.end(mira, id);
    repetitions.note(mira, id, new Note(peak, after, 5, tears, "The smell of the garden"));
    return id;
  }

  private void cried(int before, int afterNinety) {
    cried(WhoCried.CLIENT, before, afterNinety);
  }

  private void cried(WhoCried who, int before, int afterNinety) {
    clock.advance(Duration.ofMinutes(1));
    var id = EpisodeId.random();
    episodes.save(mira, id, EpisodeNote.of(clock.instant(), who, Setting.ALONE));
    episodes.rate(mira, id, MoodMoment.BEFORE, before);
    episodes.rate(mira, id, MoodMoment.AFTER_90, afterNinety);
  }

  private String page(String path) {
    return new Visit(port)
        .call("GET", path, "text/html", "", "Authorization", practice.bearer(mira))
        .body();
  }

  private Standing standing(UUID step) {
    return reading.own(mira).stream()
        .filter(it -> it.step().id().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private Ladder ladder() {
    return ladders.find(mira).orElseThrow();
  }

  private List<String> mailsTo(PersonId person) {
    var address = people.find(person).orElseThrow().email();
    return jdbc.sql("select body from notifications_mail where recipient = ?")
        .param(address)
        .query(String.class)
        .list();
  }
}
