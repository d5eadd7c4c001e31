package org.saltwater.crying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.crying.EpisodeNote.Aftermath;
import org.saltwater.crying.EpisodeNote.Course;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.crying.TearsInTheHour.Said;
import org.saltwater.identity.People;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Choices;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is noted of tears, and who reads it.
@SaltwaterTest
@Tag("crying")
class CryingEpisodesTest {
  @Autowired ApplicationContext context;
  @Autowired CryingEpisodes episodes;
  @Autowired TearsInTheHour hours;
  @Autowired MoodPrompts prompts;
  @Autowired Choices choices;
  @Autowired Access access;
  @LocalServerPort int port;
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
  void everythingThatIsNotedIsReadAgainAsItWasNoted() {
    var id = EpisodeId.random();
    var note = all(clock.instant().minus(Duration.ofHours(2)));

    episodes.save(mira, id, note);
    episodes.rate(mira, id, MoodMoment.BEFORE, 4);
    episodes.rate(mira, id, MoodMoment.AFTER_90, 6);

    var read = episodes.find(Evidence.own(mira), id).orElseThrow();
    assertThat(read.note()).isEqualTo(note);
    assertThat(read.moods()).isEqualTo(Map.of(MoodMoment.BEFORE, 4, MoodMoment.AFTER_90, 6));
    assertThat(read.sharedWith()).isEmpty();

    episodes.delete(mira, id);
    assertThat(episodes.list(Evidence.own(mira))).isEmpty();
  }

  @Test
  void aTherapistReadsWhatIsShownToThemUntilItIsTakenBack() {
    var shown = EpisodeId.random();
    var kept = EpisodeId.random();
    episodes.save(mira, shown, EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE));
    episodes.save(mira, kept, EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE));

    episodes.share(mira, shown);
    assertThat(episodes.list(evidence())).extracting(CryingEpisode::id).containsExactly(shown);

    episodes.takeBack(mira, shown);
    assertThat(episodes.list(evidence())).isEmpty();
  }

  @Test
  void theTherapistWhoWasThereKnowsThatTearsCameAndNothingMore() {
    var hour = hour();
    hours.save(practice.signedIn(mira), hour, HourAnswer.BOTH, Set.of());
    hours.save(practice.signedIn(amara), hour, HourAnswer.ME, Set.of(Response.GAVE_ROOM));

    var own = episodes.list(Evidence.own(mira)).getFirst();
    assertThat(own.note().who()).isEqualTo(WhoCried.BOTH);
    assertThat(own.note().session()).isEqualTo(hour);
    assertThat(hours.list(evidence())).extracting(Said::answer).containsExactly(HourAnswer.BOTH);
    assertThat(episodes.list(evidence())).isEmpty();
    assertThat(hours.list(Evidence.own(mira)))
        .as("what the therapist says is theirs")
        .extracting(Said::answer)
        .containsExactly(HourAnswer.BOTH);

    hours.save(practice.signedIn(mira), hour, null, Set.of());
    assertThat(hours.list(evidence())).as("who would rather not say has said nothing").isEmpty();
  }

  @Test
  void theNextTherapistReadsNothingThatWasShownToTheOneBefore() {
    var ben = practice.therapist("Ben | taken 0 of 5");
    var hour = hour();
    hours.save(practice.signedIn(mira), hour, HourAnswer.ME, Set.of());
    episodes.share(mira, episodes.list(Evidence.own(mira)).getFirst().id());
    assertThat(episodes.list(evidence())).hasSize(1);

    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of(Scope.MESSAGES, Scope.SCORES));
    changes.complete(change.id(), mira, ben, Instant.parse("2026-11-27T09:00:00Z"), Modality.VIDEO);

    var bens = access.toRead(practice.signedIn(ben), mira, Scope.MESSAGES);
    assertThat(episodes.list(bens)).isEmpty();
    assertThat(episodes.list(Evidence.own(mira)).getFirst().sharedWith())
        .as("her page says so too, and she can show it anew")
        .isEmpty();
    assertThat(hours.list(bens)).isEmpty();
    assertThatThrownBy(this::evidence).hasMessage("not-found");
  }

  @Test
  void whoTurnsEverythingOffIsNeverAskedAgain() {
    var noor = practice.clientOf(amara, "Noor");
    var note = EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE);
    episodes.save(noor, EpisodeId.random(), note);
    choices.turnOff(noor.person(), Choices.all());
    episodes.save(noor, EpisodeId.random(), note);
    episodes.save(mira, EpisodeId.random(), note);

    assertThat(ring(mira)).as("a prompt for each moment").isEqualTo(4);
    assertThat(mails(mira)).isEqualTo(4);
    assertThat(ring(noor)).as("those from before it was turned off").isEqualTo(4);
    assertThat(mails(noor)).isZero();
    assertThat(prompts.listOpen(mira)).as("her home asks what is due").isNotEmpty();
    assertThat(prompts.listOpen(noor)).as("nor does a page").isEmpty();

    var hour = hour();
    assertThat(checkIn(hour)).contains("Did tears come");
    choices.turnOff(mira.person(), Choices.all());
    assertThat(checkIn(hour)).doesNotContain("Did tears come");
    choices.turnOff(mira.person(), Set.of());
    assertThat(checkIn(hour)).contains("Did tears come");
  }

  @Test
  void anHourHasOneNoteHoweverOftenAndFromWhereverItIsSaid() throws Exception {
    var hour = hour();
    var me = practice.signedIn(mira);
    try (var taps = Executors.newFixedThreadPool(4)) {
      var both = Collections.nCopies(4, Executors.callable(() -> say(hour, HourAnswer.ME)));
      for (var tap : taps.invokeAll(both)) {
        tap.get();
      }
    }
    assertThat(episodes.list(Evidence.own(mira))).hasSize(1);
    assertThat(hours.findOwn(me, hour)).isPresent();

    var again =
        new Visit(port)
            .json(
                "PUT",
                "/api/v1/moments/" + UUID.randomUUID(),
                "{\"at\":\"%s\",\"who\":\"CLIENT\",\"setting\":\"SESSION\",\"session\":\"%s\"}"
                    .formatted(clock.instant(), hour),
                "Authorization",
                practice.bearer(mira));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("session", "You have noted this hour already");
    assertThat(episodes.list(Evidence.own(mira))).hasSize(1);
  }

  @Test
  void onlyWhoCriedIsAskedHowTheyAreAndOnlyWhileItCanBeSaid() {
    var hour = hour();
    assertThat(checkIn(hour)).contains("we ask you now, later today and tomorrow");
    say(hour, HourAnswer.THEM);
    assertThat(ring(mira)).as("the tears were not hers").isZero();

    episodes.save(
        mira, EpisodeId.random(), EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE));
    clock.advance(Duration.ofDays(2));
    assertThat(ring(mira)).isEqualTo(4);
    assertThat(mails(mira)).as("too late to be asked").isZero();
  }

  @Test
  void howSomeoneIsNowIsKeptOnlyWhileItIsStillAboutTheTears() {
    var old = noteAnHour(Duration.ofHours(3));
    assertThat(moods(old)).isEmpty();
    var fresh = noteAnHour(Duration.ofMinutes(5));
    assertThat(moods(fresh)).containsEntry(MoodMoment.AT_ONCE, 4);

    episodes.rate(mira, fresh, MoodMoment.BEFORE, 6);
    episodes.forget(mira, fresh, MoodMoment.BEFORE);
    assertThat(moods(fresh)).as("taken back again").doesNotContainKey(MoodMoment.BEFORE);

    var prompt = "/check-back/" + promptOf(fresh);
    assertThat(get(prompt).status()).isEqualTo(200);
    episodes.delete(mira, fresh);
    assertThat(get(prompt).body()).as("gone with its moment").contains("That moment is over");
  }

  @Test
  void nobodyWritesIntoWhatIsSomeoneElses() {
    var noor = practice.clientOf(amara, "Noor");
    var id = EpisodeId.random();
    var note = EpisodeNote.of(clock.instant(), WhoCried.CLIENT, Setting.ALONE);
    episodes.save(mira, id, note);

    assertThatThrownBy(() -> episodes.save(noor, id, note)).hasMessage("not-found");
    assertThatThrownBy(() -> episodes.rate(noor, id, MoodMoment.AT_ONCE, 1))
        .hasMessage("not-found");
    assertThatThrownBy(() -> episodes.share(noor, id)).hasMessage("not-found");
    assertThatThrownBy(() -> episodes.delete(noor, id)).hasMessage("not-found");
  }

  private Evidence evidence() {
    return access.toRead(practice.signedIn(amara), mira, Scope.MESSAGES);
  }

  private AppointmentId hour() {
    var start = Instant.parse("2026-11-24T13:00:00Z");
    var hour = practice.appointment(mira, amara, start.toString()).id();
    clock.set(start);
    var sessions = practice.get(TherapySessions.class);
    sessions.arrive(hour, mira.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(hour, amara.person());
    sessions.end(hour, amara.person());
    return hour;
  }

  private void say(AppointmentId hour, HourAnswer answer) {
    hours.save(practice.signedIn(mira), hour, answer, Set.of());
  }

  private EpisodeId noteAnHour(Duration ago) {
    var id = EpisodeId.random();
    var note = EpisodeNote.of(clock.instant().minus(ago), WhoCried.CLIENT, Setting.ALONE);
    var at = note.at().atZone(practice.signedIn(mira).zone()).toLocalDateTime();
    var answer =
        new Visit(port)
            .call(
                "POST",
                "/moments/new",
                "application/x-www-form-urlencoded",
                "id=%s&at=%s&who=CLIENT&setting=ALONE&now=4&again=true".formatted(id, at),
                "Authorization",
                practice.bearer(mira));
    assertThat(answer.status()).isEqualTo(303);
    return id;
  }

  private Map<MoodMoment, Integer> moods(EpisodeId id) {
    return episodes.find(Evidence.own(mira), id).orElseThrow().moods();
  }

  private UUID promptOf(EpisodeId id) {
    return practice
        .get(JdbcClient.class)
        .sql("select id from crying_prompt where episode = ? order by due_at limit 1")
        .param(id.value())
        .query(UUID.class)
        .single();
  }

  private String checkIn(AppointmentId hour) {
    return get("/sessions/" + hour + "/check-in").body();
  }

  private Visit.Answer get(String path) {
    return new Visit(port)
        .call("GET", path, "text/html", "", "Authorization", practice.bearer(mira));
  }

  /// Whatever waits for this client rings now.
  private int ring(ClientId client) {
    var all =
        practice
            .get(JdbcClient.class)
            .sql("select id from crying_prompt where client = ?")
            .param(client.value())
            .query(UUID.class)
            .list();
    all.forEach(practice.get(PromptAlarm.class)::ring);
    return all.size();
  }

  private int mails(ClientId client) {
    return practice
        .get(JdbcClient.class)
        .sql(
            "select count(*) from notifications_mail where recipient = ? and body like"
                + " '%/check-back/%'")
        .param(practice.get(People.class).get(client.person()).email())
        .query(Integer.class)
        .single();
  }

  private static EpisodeNote all(Instant at) {
    return new EpisodeNote(
        at,
        WhoCried.BOTH,
        Setting.TRUSTED_PERSON,
        null,
        UUID.randomUUID(),
        Modality.PHONE,
        new Course(12, 7, 3, Trigger.LOSS, CryingForm.DESPAIR, Set.of(Alongside.LAUGHTER)),
        new Felt(8, 9, 7, 2),
        new Aftermath(Set.of(Response.GAVE_ROOM), true, false, null),
        "Canary: the lighthouse",
        true);
  }
}
