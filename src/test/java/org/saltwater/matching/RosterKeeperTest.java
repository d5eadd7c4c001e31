package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.TestTherapists;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happens in the practice is seen by the next client who asks. Everybody is in Tonga.
@Tag("journey")
@SaltwaterTest
class RosterKeeperTest {
  private static final MatchRequest ASKED = Practice.request("in TO | speaks en | by video");

  @Autowired Matching matching;
  @Autowired RosterKeeper keeper;
  @Autowired Therapists therapists;
  @Autowired Availabilities availabilities;
  @Autowired Appointments appointments;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void emptyPractice() {
    jdbc.sql("truncate therapists_profile").update();
    matching.refresh();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void comingPausingFillingUpAndLeavingAreSeen() {
    arrive("Amara | licensed TO | taken 0 of 1");
    seen(1);
    therapists.takePlace(Directory.idOf("Amara"));
    seen(0);
    therapists.releasePlace(Directory.idOf("Amara"));
    seen(1);
    arrive("Ben | licensed TO");
    seen(2);
    TestTherapists.update(therapists, Directory.therapist("Ben | licensed TO | paused"));
    seen(1);
    therapists.leave(Directory.idOf("Amara"), Directory.idOf("Ben"), PersonId.random());
    seen(0);
    assertThat(keeper.current().shelfOf(Directory.idOf("Amara"))).isEmpty();
  }

  @Test
  void aBookedHourIsGoneAndACancelledOneIsBack() {
    arrive("Amara | licensed TO");
    availabilities.set(
        Directory.idOf("Amara"),
        Availability.weekly(java.time.ZoneId.of("Europe/Berlin"), "Wed 09:00-09:50"));
    seen(1);
    clock.advance(Duration.ofDays(7));
    matching.refresh();
    var first = ((MatchResult.Found) matching.find(ASKED)).candidates().getFirst().soonest();
    var client = ClientId.random();
    var held = appointments.hold(client, Directory.idOf("Amara"), first, Modality.VIDEO);
    appointments.confirm(held.id(), client);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ((MatchResult.Found) matching.find(ASKED))
                            .candidates()
                            .getFirst()
                            .soonest())
                    .isEqualTo(first.plus(Duration.ofDays(7))));
    appointments.cancel(held.id(), client.person());
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ((MatchResult.Found) matching.find(ASKED))
                            .candidates()
                            .getFirst()
                            .soonest())
                    .isEqualTo(first));
  }

  @Test
  void whoeverTheRosterStillShowsButHasNoPlaceIsNotShown() {
    arrive("Amara | licensed TO | taken 0 of 1");
    arrive("Ben | licensed TO");
    seen(2);
    // Another node filled Amara's last place: no event reaches this one.
    jdbc.sql("update therapists_profile set taken = 1 where name = 'Amara'").update();
    assertThat(matching.count(ASKED)).isEqualTo(2);
    assertThat(((MatchResult.Found) matching.find(ASKED)).candidates())
        .extracting(Candidate::therapist)
        .containsExactly(Directory.idOf("Ben"));
  }

  @Test
  void whenTheFirstAreGoneTheNextOnesAreShown() {
    var names = List.of("Ada", "Ben", "Cem", "Dan", "Eva", "Fay", "Gil", "Hal");
    names.forEach(name -> arrive(name + " | licensed TO | taken 0 of 1"));
    seen(names.size());
    var ranked = matching.listAll(ASKED, null, 50).candidates();
    // Another node filled seven of eight.
    var last = ranked.getLast().therapist();
    jdbc.sql("update therapists_profile set taken = 1 where id <> ?").param(last.value()).update();
    assertThat(((MatchResult.Found) matching.find(ASKED)).candidates())
        .extracting(Candidate::therapist)
        .containsExactly(last);
    seen(1);
  }

  @Test
  void aFreedPlaceIsNewsWithoutReadingEverybody() {
    arrive("Amara | licensed TO | taken 1 of 1");
    seen(0);
    await().until(() -> !keeper.takeNews());
    therapists.releasePlace(Directory.idOf("Amara"));
    await().until(keeper::takeNews);
  }

  private void arrive(String row) {
    var profile = Directory.therapist(row);
    therapists.register(profile);
    availabilities.set(profile.id(), Availability.weekly(profile.zone(), "Wed 09:00-17:00"));
  }

  private void seen(int fitting) {
    await().untilAsserted(() -> assertThat(matching.count(ASKED)).isEqualTo(fitting));
  }
}
