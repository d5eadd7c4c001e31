package org.saltwater.crying.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.browser.TwoPeopleTest;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.EpisodeNote.Aftermath;
import org.saltwater.crying.EpisodeNote.Course;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/// How looking back looks, and what a coordinator sees.
@Tag("crying")
class InsightBrowserTest extends TwoPeopleTest {
  @Autowired private CryingEpisodes episodes;
  @Autowired private LearnedRows rows;

  @Test
  void lookingBackWithFourMomentsWithFiveAndOverMany() {
    inCare();
    moment(1, 3, 6, 8, 2, true);
    moment(2, 4, 6, 7, 1, false);
    moment(3, 5, 5, 4, 6, true);
    moment(4, 6, 4, 2, 9, false);
    lookAt(visit(lea, "/moments/looking-back"), "looking-back-four");
    moment(6, 2, 5, 9, 7, true);
    var page = visit(lea, "/moments/looking-back");
    page.locator("#counting ~ form button").click();
    assertThat(page.locator("main").textContent()).contains("You said yes.");
    lookAt(page, "looking-back-five");

    var ines = someone("Ines", Role.COORDINATOR);
    var people = World.of(120, 6, 12).planted(-2, .012).moderated(-.5, 0).draw(4, true);
    rows.replace(Learned.from(people.subList(0, 31), people, clock.instant()), clock.instant());
    lookAt(visit(ines, "/practice/tears"), "learned-lacking");
    rows.replace(Learned.from(people, people, clock.instant()), clock.instant());
    lookAt(visit(ines, "/practice/tears"), "learned");
  }

  private void moment(
      int daysAgo, int before, int after, int supported, int ashamed, boolean understood) {
    var id = EpisodeId.random();
    episodes.save(
        client(),
        id,
        new EpisodeNote(
            clock.instant().minus(Duration.ofDays(daysAgo)),
            WhoCried.CLIENT,
            Setting.ALONE,
            null,
            null,
            null,
            daysAgo == 1 ? new Course(10, 6, 7, null, null, Set.of()) : Course.NOTHING,
            new Felt(null, supported, null, ashamed),
            new Aftermath(Set.of(), null, understood, null),
            "",
            false));
    episodes.rate(client(), id, MoodMoment.BEFORE, before);
    episodes.rate(client(), id, MoodMoment.AFTER_90, after);
  }
}
