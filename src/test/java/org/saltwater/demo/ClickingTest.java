package org.saltwater.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.TestDatabase;
import org.saltwater.testing.Visit;

/// Two hundred people of the demo, signed in, each clicking about on their own pages. Ten seconds
// in
/// the suite; `bin/soak clicks` takes a minute.
@Tag("journey")
class ClickingTest {
  private static final int PEOPLE = 200;
  private static final int THERAPISTS = 90;

  /// Of each role, who follow every kind of link. The demo's first clients stand at every stage.
  private static final int SOME = Integer.getInteger("links.people", 8);

  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak.seconds", 10));
  private static final String PASSWORD = "four gulls over the harbour";

  private static final HikariDataSource database = TestDatabase.fresh();
  private static @Nullable DemoRun run;

  @BeforeAll
  static void fill() {
    run = DemoRun.start(database, DemoRun.folder(), THERAPISTS, new DemoClock(atWork()));
  }

  /// A clock that goes on from the coming Tuesday, at eight minutes to eleven in Berlin: rooms are
  /// open, hours are under way, and others are over. At night there would be fewer links.
  private static Clock atWork() {
    var now = ZonedDateTime.now(Clock.system(ZoneId.of("Europe/Berlin")));
    var then = now.with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).with(LocalTime.of(10, 52));
    return Clock.offset(Clock.systemUTC(), Duration.between(now, then));
  }

  @AfterAll
  static void leave() {
    run().close();
    database.close();
  }

  @Test
  void twoHundredPeopleClickAboutAndNobodyIsTurnedAwayOrSignedOut() throws Exception {
    var port = Integer.parseInt(run().platform().getEnvironment().getProperty("local.server.port"));
    var people = cast();
    assertThat(people).hasSize(PEOPLE);
    var clicks = new Clicks();
    var crowd = new ArrayList<Clicker>();
    for (var person : people) {
      var token = run().get(SignIns.class).issue(person.id(), "Test").value();
      crowd.add(new Clicker(port, token, person.id().hashCode(), clicks));
    }
    var twice = register();
    var phone = new Visit(port);
    var laptop = new Visit(port);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var until = System.nanoTime() + TIME.toNanos();
      crowd.forEach(clicker -> threads.submit(() -> clicker.clickUntil(until)));
      threads.submit(() -> new Clicker(port, "", 1, clicks).readUntil(until, "anonymous"));
      var reader = run().get(SignIns.class).issue(twice.id(), "Test").value();
      threads.submit(() -> new Clicker(port, reader, 1, clicks).readUntil(until, "signed in"));
      signIn(phone, twice.email());
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      signIn(laptop, twice.email());
      while (System.nanoTime() < until) {
        assertThat(phone.get("/home").status()).isEqualTo(200);
        assertThat(laptop.get("/home").status()).isEqualTo(200);
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      }
    }

    System.out.println(clicks.report(TIME));
    assertThat(clicks.wrong()).isEmpty();
    assertThat(clicks.count()).as("clicks").isGreaterThan((int) TIME.toSeconds() * 20);
    assertThat(phone.get("/home").status()).isEqualTo(200);
    assertThat(laptop.get("/home").status()).isEqualTo(200);
  }

  /// Not by chance, as above, but each kind of link that they come across, twice.
  @Test
  void everyLinkLeadsWhereWhoeverSeesItMayGo() throws Exception {
    var port = Integer.parseInt(run().platform().getEnvironment().getProperty("local.server.port"));
    var clicks = new Clicks();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var walks = new ArrayList<Future<?>>();
      for (var person : someOfEachRole()) {
        var token = run().get(SignIns.class).issue(person.id(), "Test").value();
        walks.add(threads.submit(() -> new Clicker(port, token, 1, clicks).followEachKind(2)));
      }
      for (var walk : walks) {
        walk.get();
      }
    }
    System.out.println(clicks.answers());
    assertThat(clicks.wrong()).isEmpty();
    assertThat(clicks.count()).as("pages seen").isGreaterThan(SOME * 20);
  }

  private static List<Person> someOfEachRole() {
    return Stream.of(Role.values())
        .flatMap(role -> run().get(People.class).listWith(role).stream().limit(SOME))
        .distinct()
        .toList();
  }

  private static List<Person> cast() {
    var people = run().get(People.class);
    var seen = ConcurrentHashMap.<PersonId>newKeySet();
    return Stream.of(Role.COORDINATOR, Role.SUPERVISOR, Role.OPERATOR, Role.CLIENT, Role.THERAPIST)
        .flatMap(role -> people.listWith(role).stream())
        .filter(person -> seen.add(person.id()))
        .limit(PEOPLE)
        .toList();
  }

  private static Person register() {
    var id = PersonId.random();
    var email = id + "@example.org";
    run()
        .get(People.class)
        .register(
            new NewPerson(
                id,
                "Robin",
                email,
                Set.of(Role.CLIENT),
                ZoneId.of("Europe/Berlin"),
                new Redacted<>(PASSWORD)));
    return run().get(People.class).get(id);
  }

  private static void signIn(Visit device, String email) {
    device.get("/sign-in");
    assertThat(device.post("/sign-in", "email", email, "password", PASSWORD).location())
        .endsWith("/home");
  }

  private static DemoRun run() {
    return Objects.requireNonNull(run);
  }
}
