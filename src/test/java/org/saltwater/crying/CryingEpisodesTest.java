package org.saltwater.crying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.crying.EpisodeNote.Aftermath;
import org.saltwater.crying.EpisodeNote.Course;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What is noted of tears, and who reads it.
@SaltwaterTest
@Tag("crying")
class CryingEpisodesTest {
  @Autowired ApplicationContext context;
  @Autowired CryingEpisodes episodes;
  @Autowired Access access;
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
