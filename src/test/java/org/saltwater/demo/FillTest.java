package org.saltwater.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.figures.Reports;
import org.saltwater.identity.DemoPeople;
import org.saltwater.identity.DemoPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Waitlist;
import org.saltwater.progress.Readings;
import org.saltwater.safety.RiskFlags;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("journey")
class FillTest {
  private static final int THERAPISTS = 12;
  private static final HikariDataSource database = TestDatabase.fresh();
  private static final Path folder = DemoRun.folder();
  private static List<String> told = List.of();

  /// A later start on the database that was filled.
  private static @Nullable DemoRun later;

  @BeforeAll
  static void fillOnce() {
    try (var run = DemoRun.start(database, folder, THERAPISTS, at(TestClock.START))) {
      told = Told.by(run);
    }
    later = DemoRun.start(database, folder, THERAPISTS, soonAfter());
  }

  @AfterAll
  static void leave() {
    later().close();
    database.close();
  }

  @Test
  void anotherDatabaseIsFilledWithTheSamePeopleHoursAndTexts() {
    try (var other = TestDatabase.fresh();
        var run = DemoRun.start(other, DemoRun.folder(), THERAPISTS, at(TestClock.START))) {
      assertThat(told).hasSizeGreaterThan(500);
      assertThat(Told.by(run)).isEqualTo(told);
    }
  }

  @Test
  void aLaterStartAddsNothingAndTheLogIsWhole() {
    var run = later();
    assertThat(Told.by(run)).isEqualTo(told);
    run.get(AuditLog.class).link();
    assertThat(run.get(AuditLog.class).verify().findings()).isEmpty();
  }

  @Test
  void aFillThatWasCutShortGoesOnWhereItWas() {
    var folder = DemoRun.folder();
    try (var other = TestDatabase.fresh()) {
      assertThatThrownBy(() -> DemoRun.start(other, folder, THERAPISTS, cutShort(150)).close())
          .hasRootCauseMessage("cut short");
      assertThatThrownBy(() -> DemoRun.start(other, folder, THERAPISTS, cutShort(60)).close())
          .hasRootCauseMessage("cut short");
      // The past still leads up to the moment of the first start, not of this one.
      try (var run = DemoRun.start(other, folder, THERAPISTS, soonAfter())) {
        assertThat(Told.by(run)).isEqualTo(told);
      }
    }
  }

  @Test
  void aFilledDemoIsNotTakenForALargerOne() {
    assertThatThrownBy(() -> DemoRun.start(database, folder, 32_000, soonAfter()).close())
        .hasRootCauseInstanceOf(DemoRefused.class)
        .hasStackTraceContaining("a demo of 12 therapists");
  }

  @Test
  void placesTakenAreThoseOfClientsTreatedAndNobodyMeetsTwoAtOnce() {
    var run = later();
    for (var therapist : run.get(Therapists.class).list()) {
      var treated =
          run.get(Episodes.class).listOpenFor(therapist.id()).stream()
              .filter(episode -> !episode.isDeputy())
              .map(Episode::client)
              .distinct()
              .count();
      assertThat(therapist.taken()).isEqualTo((int) treated);
      assertThat(therapist.taken()).isLessThanOrEqualTo(therapist.capacity());
      var end = Instant.MIN;
      for (var it :
          run.get(Appointments.class)
              .listFor(therapist.id(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))) {
        assertThat(it.start()).isAfterOrEqualTo(end);
        end = it.end();
      }
    }
  }

  @Test
  void whoWaitsIsInTheLineAndOnlyTheMailsOfTheLastDaysWereWritten() {
    var run = later();
    var waiting =
        Cast.of(THERAPISTS).clients().stream()
            .filter(client -> client.stage() == Stage.WAITING)
            .count();
    assertThat((long) run.get(Waitlist.class).count()).isEqualTo(waiting);
    var sql = run.get(JdbcClient.class);
    assertThat(sql.sql("select count(*) from notifications_mail").query(Integer.class).single())
        .isBetween(1, 300);
    assertThat(
            sql.sql("select min(queued_at) from notifications_mail")
                .query(OffsetDateTime.class)
                .single()
                .toInstant())
        .isAfter(TestClock.START.minus(Duration.ofDays(4)));
  }

  @Test
  void thoseOfferedForOneClickExistAndAreInvented() {
    var run = later();
    var offered = run.get(DemoPeople.class).listFeatured();
    var roles = new HashSet<Role>();
    for (DemoPerson it : offered) {
      roles.add(it.role());
      assertThat(run.get(People.class).get(it.id()).name()).isEqualTo(it.name());
      assertThat(run.get(DemoPeople.class).isInvented(it.id())).isTrue();
      assertThat(it.story()).isNotBlank().doesNotContain("demo.story");
    }
    assertThat(roles).containsExactlyInAnyOrder(Role.values());
    assertThat(run.get(DemoPeople.class).isInvented(org.saltwater.kernel.PersonId.random()))
        .isFalse();
  }

  @Test
  void everyoneElseCanBeEnteredTooWithOneClick() {
    var run = later();
    var everyone = run.get(DemoPeople.class).listEveryone();
    assertThat(everyone)
        .extracting(DemoPerson::id)
        .doesNotHaveDuplicates()
        .containsAll(run.get(DemoPeople.class).listFeatured().stream().map(DemoPerson::id).toList())
        .allMatch(run.get(DemoPeople.class)::isInvented);
    assertThat(everyone)
        .filteredOn(it -> it.role() == Role.THERAPIST)
        .allSatisfy(
            it ->
                assertThat(run.get(Therapists.class).get(TherapistId.of(it.id())).standing())
                    .isEqualTo(Standing.ACTIVE));
  }

  @Test
  void nobodyWhoHasLeftIsOfferedForOneClick() {
    var run = later();
    assertThat(run.get(DemoPeople.class).listFeatured())
        .filteredOn(it -> it.role() == Role.THERAPIST)
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(run.get(Therapists.class).get(TherapistId.of(it.id())).standing())
                    .isEqualTo(Standing.ACTIVE));
  }

  /// What the charts are drawn from is what was put in.
  @Test
  void totalsOverTheWeeksAreThoseThatWerePutIn() {
    var cast = Cast.of(THERAPISTS);
    var put = new HashMap<DemoClient, List<String>>();
    for (var scene : Plan.of(cast, cast.clients(), Talks.read(), TestClock.START)) {
      if (scene instanceof Scene.Answered it) {
        var totals = put.computeIfAbsent(it.client(), key -> new ArrayList<>());
        for (var instrument : List.of("gad-7", "phq-9")) {
          totals.add(instrument + SyntheticTruthTest.total(it.answers(), instrument) + it.at());
        }
      }
    }
    assertThat(put).hasSizeGreaterThan(20);
    put.forEach(
        (client, totals) -> {
          var own = Evidence.own(client.id());
          var readings = later().get(Readings.class).list(own);
          var baseline = HowPeopleChange.STATED.answers(client, 0, false);
          assertThat(readings)
              .filteredOn(it -> !it.first())
              .extracting(it -> it.instrument() + it.value() + it.at())
              .containsExactlyInAnyOrderElementsOf(totals);
          // Whoever says little in the first four questions is not asked the rest.
          assertThat(readings)
              .filteredOn(it -> it.first() && it.instrument().equals("phq-9"))
              .allSatisfy(
                  it ->
                      assertThat(it.value())
                          .isEqualTo(SyntheticTruthTest.total(baseline, "phq-9")));
        });
  }

  @Test
  void figuresAreOfThoseWhoAgreedAndFinished() {
    var agreed =
        Cast.of(THERAPISTS).clients().stream()
            .filter(it -> it.stage() != Stage.BEGUN && it.agreesToFigures())
            .count();
    var coordinator = Staff.COORDINATOR.person();
    var report =
        later()
            .get(Reports.class)
            .read(
                new SignedIn(
                    coordinator.id(), coordinator.name(), coordinator.roles(), coordinator.zone()));
    assertThat(report.people()).contains((int) agreed);
    assertThat(folder.resolve("truth").resolve("answers.csv")).isNotEmptyFile();
  }

  @Test
  void everyoneWhoseAnswersAskedForItWasReachedInTime() {
    var flags = later().get(RiskFlags.class).listOpen();
    assertThat(flags).allSatisfy(it -> assertThat(it.contactBy()).isAfter(TestClock.START));
  }

  private static DemoRun later() {
    return Objects.requireNonNull(later);
  }

  private static DemoClock soonAfter() {
    return at(TestClock.START.plus(Duration.ofMinutes(5)));
  }

  private static DemoClock at(Instant now) {
    return new DemoClock(Clock.fixed(now, ZoneOffset.UTC));
  }

  /// A clock that breaks after so many turns, as if the process had been killed there.
  private static DemoClock cutShort(int turns) {
    return new DemoClock(Clock.fixed(TestClock.START, ZoneOffset.UTC)) {
      private int left = turns;

      @Override
      void turnTo(Instant moment) {
        if (left-- == 0) {
          throw new IllegalStateException("cut short");
        }
        super.turnTo(moment);
      }
    };
  }
}
