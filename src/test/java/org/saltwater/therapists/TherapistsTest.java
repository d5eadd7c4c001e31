package org.saltwater.therapists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TherapistsTest {
  private final HikariDataSource database = TestDatabase.fresh();
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());
  private final Therapists therapists =
      new Therapists(
          new ProfileTable(new NamedParameterJdbcTemplate(database)),
          events::add,
          TestAudit.on(database),
          new TestClock());
  private final PersonId coordinator = PersonId.random();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aProfileIsReadBackAsItWasWritten() {
    var amara =
        Directory.therapist(
            "Amara Okafor | licensed DE US-CA | speaks en de | by video text | for sleep"
                + " | works schema emdr | woman over_50 | high risk | taken 3 of 8");
    therapists.register(amara);
    assertThat(therapists.get(amara.id())).isEqualTo(amara);
    assertThat(events).containsExactly(new TherapistProfileChanged(amara.id()));
    assertThatThrownBy(() -> therapists.register(amara)).hasMessage("therapist-exists");
  }

  @Test
  void theLastPlacesGoToExactlyAsManyClientsAsThereArePlaces() throws Exception {
    var amara = Directory.therapist("Amara | taken 3 of 8");
    therapists.register(amara);

    assertThat(atOnce(60, () -> takes(amara.id()))).isEqualTo(5);
    assertThat(therapists.get(amara.id()).taken()).isEqualTo(8);
    assertThatThrownBy(() -> therapists.takePlace(amara.id())).hasMessage("therapist-full");

    therapists.releasePlace(amara.id());
    assertThat(therapists.get(amara.id()).free()).isEqualTo(1);
  }

  @Test
  void nobodyNewComesToATherapistOnAPauseOrGone() {
    var amara = Directory.therapist("Amara | paused | taken 0 of 8");
    var ben = Directory.therapist("Ben");
    therapists.register(amara);
    therapists.register(ben);
    assertThatThrownBy(() -> therapists.takePlace(amara.id())).hasMessage("therapist-full");

    therapists.leave(ben.id(), amara.id(), coordinator);
    assertThatThrownBy(() -> therapists.takePlace(ben.id())).hasMessage("therapist-full");
    assertThat(events).contains(new TherapistLeft(ben.id(), amara.id()));
    assertThat(therapists.list()).containsExactly(amara);
  }

  @Test
  void whoLeavesNamesADeputyWhoIsStillHereAndDoesNotComeBack() {
    var amara = Directory.therapist("Amara");
    var ben = Directory.therapist("Ben");
    therapists.register(amara);
    therapists.register(ben);
    assertThatThrownBy(() -> therapists.leave(amara.id(), amara.id(), coordinator))
        .hasMessage("deputy-unfit");
    assertThatThrownBy(() -> therapists.leave(amara.id(), TherapistId.random(), coordinator))
        .hasMessage("deputy-unfit");

    therapists.leave(amara.id(), ben.id(), coordinator);
    assertThatThrownBy(() -> therapists.update(amara)).hasMessage("therapist-left");
    assertThatThrownBy(() -> therapists.leave(ben.id(), amara.id(), coordinator))
        .hasMessage("deputy-unfit");
  }

  @Test
  void whoLooksAfterTheClientsOfSomeoneGoneDoesNotLeaveTogetherWithAnother() {
    var amara = Directory.therapist("Amara");
    var ben = Directory.therapist("Ben");
    var carla = Directory.therapist("Carla");
    List.of(amara, ben, carla).forEach(therapists::register);
    therapists.leave(carla.id(), ben.id(), coordinator);
    assertThat(therapists.get(ben.id()).taken()).as("a deputy holds no place").isZero();
    for (var pair : List.of(List.of(amara, ben), List.of(ben, amara))) {
      assertThatThrownBy(() -> therapists.leaveTogether(pair.getFirst().id(), pair.getLast().id()))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(therapists.list()).containsExactlyInAnyOrder(amara, ben);
    assertThat(therapists.getDeputyOf(carla.id())).isEqualTo(ben.id());
  }

  @Test
  void whoeverLeavesTogetherWaitsInTheSameOrder() throws Exception {
    var pair =
        Stream.of(Directory.therapist("Amara"), Directory.therapist("Ben"))
            .sorted(Comparator.comparing(it -> it.id().toString()))
            .toList();
    pair.forEach(therapists::register);
    var first = pair.getFirst().id();
    var last = pair.getLast().id();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var sql = JdbcClient.create(database);
    try (var thread = Executors.newSingleThreadExecutor()) {
      var leaving =
          transaction.execute(
              holding -> {
                therapists.lock(List.of(first));
                // The other way round, as somebody else would name them.
                var waits =
                    thread.submit(
                        () ->
                            transaction.executeWithoutResult(
                                status -> therapists.leaveTogether(last, first)));
                await()
                    .until(
                        () ->
                            sql.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single(),
                        it -> it > 0);
                assertThat(
                        sql.sql("select id from therapists_profile where id = ? for update nowait")
                            .param(last.value())
                            .query(UUID.class)
                            .single())
                    .as("it holds nothing that comes later while it waits")
                    .isEqualTo(last.value());
                return waits;
              });
      leaving.get();
    }
    assertThat(therapists.list()).isEmpty();
  }

  @Test
  void whatACoordinatorDoesIsWrittenDown() {
    var amara = Directory.therapist("Amara | taken 3 of 8");
    var ben = Directory.therapist("Ben");
    therapists.register(amara);
    therapists.register(ben);
    therapists.confirm(amara.id(), Set.of(new Jurisdiction("DE")), true, coordinator);
    therapists.changePlaces(amara.id(), 12, Standing.PAUSED, coordinator);
    assertThat(therapists.get(amara.id()))
        .isEqualTo(
            amara
                .withConfirmed(Set.of(new Jurisdiction("DE")), true)
                .withPlaces(12, Standing.PAUSED));
    therapists.leave(amara.id(), ben.id(), coordinator);
    assertThat(
            JdbcClient.create(database)
                .sql("select reason from audit_entry where actor = ? order by at, id")
                .param(coordinator.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("confirmed", "places", "left");
  }

  @Test
  void savingAProfileNeverMovesThePlacesTaken() {
    var amara = Directory.therapist("Amara | taken 3 of 8");
    therapists.register(amara);
    therapists.takePlace(amara.id());
    therapists.update(Directory.therapist("Amara | taken 0 of 2"));
    assertThat(therapists.get(amara.id()).taken()).isEqualTo(4);
    assertThat(therapists.get(amara.id()).free()).isZero();
  }

  @Test
  void aNameIsFoundByAnyPartWhateverTheAccentsAndNothingInItIsAWildcard() {
    Directory.of(
            """
            Zoë Ångström
            José Angelo
            Guðrún Łukasz Weiß
            Per%cent Under_score
            """)
        .forEach(therapists::register);
    assertThat(names("angstrom")).containsExactly("Zoë Ångström");
    assertThat(names("  ANG ")).containsExactly("Zoë Ångström", "José Angelo");
    assertThat(names("gudrun lukasz weiss")).containsExactly("Guðrún Łukasz Weiß");
    assertThat(names("%")).containsExactly("Per%cent Under_score");
    assertThat(names(" ")).isEmpty();
  }

  @Test
  void thousandsComeInOneGoAndReadTheSameAsOneByOne() {
    var many =
        IntStream.range(0, 3_000)
            .mapToObj(
                number -> Directory.therapist("Tab\tNew\nLine\\" + number + " | woman | by phone"))
            .toList();
    assertThat(therapists.registerAll(many.stream())).isEqualTo(3_000);
    assertThat(therapists.list()).containsExactlyInAnyOrderElementsOf(many);
    assertThat(events).containsExactly(new TherapistsRegistered(3_000));
  }

  private List<String> names(String text) {
    return therapists.listNamed(text, 10).stream().map(TherapistProfile::name).toList();
  }

  private boolean takes(TherapistId id) {
    try {
      therapists.takePlace(id);
      return true;
    } catch (Refusal full) {
      return false;
    }
  }

  private static long atOnce(int times, Callable<Boolean> attempt)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var won = 0;
      for (var one : threads.invokeAll(Collections.nCopies(times, attempt))) {
        won += one.get() ? 1 : 0;
      }
      return won;
    }
  }
}
