package org.saltwater.matching;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Slot;
import org.saltwater.testing.TestDatabase;
import org.saltwater.therapists.TestTherapists;
import org.saltwater.therapists.TherapistProfile;
import org.springframework.jdbc.core.JdbcTemplate;

/// The best three of a large practice: the roster in memory beside one PostgreSQL query on the same
/// rows. Clients are drawn at random, so some fit thousands and some nobody; both sides answer the
/// same ones in turn, and the set-up checks that they answer the same.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class MatchingBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final int DAYS = 14;
  private static final int CLIENTS = 64;

  @Param("32000")
  int therapists;

  private final List<MatchRequest> requests = new ArrayList<>();
  private HikariDataSource database;
  private PlainSql sql;
  private Roster roster;
  private int next;

  @Setup(Level.Trial)
  public void fill() {
    var practice = new InventedPractice(new Random(7), NOW, therapists);
    database = TestDatabase.fresh();
    sql = new PlainSql(database);
    TestTherapists.on(database).registerAll(practice.profiles.stream());
    sql.offer(practice.slots, 0);
    var outcomes = new Outcomes(new JdbcTemplate(database));
    outcomes.recordAll(practice.outcomes);
    new JdbcTemplate(database).execute("analyze");
    roster = roster(practice, outcomes);
    var fitting = 0L;
    for (var client = 0; client < CLIENTS; client++) {
      var request = practice.request();
      requests.add(request);
      fitting += search(request).count();
      var inMemory =
          search(request).best(Matching.SHOWN).best().stream()
              .map(hit -> hit.listing().id)
              .toList();
      if (!inMemory.equals(sql.matches(request, NOW, DAYS, Matching.SHOWN))) {
        throw new IllegalStateException("the two sides disagree");
      }
    }
    System.out.println("# on average " + fitting / CLIENTS + " of " + therapists + " fit");
  }

  @TearDown(Level.Trial)
  public void close() {
    database.close();
  }

  @Benchmark
  public Object roster() {
    return search(turn()).best(Matching.SHOWN);
  }

  @Benchmark
  @Warmup(iterations = 1, time = 5)
  @Measurement(iterations = 3, time = 10)
  public Object postgresql() {
    return sql.matches(turn(), NOW, DAYS, Matching.SHOWN);
  }

  private Search search(MatchRequest request) {
    return new Search(roster, request, NOW, DAYS);
  }

  private MatchRequest turn() {
    next = (next + 1) % CLIENTS;
    return requests.get(next);
  }

  private static Roster roster(InventedPractice practice, Outcomes outcomes) {
    var points =
        outcomes.points(
            practice.profiles.stream().map(TherapistProfile::id).toList(), outcomes.means());
    var slots = new HashMap<TherapistId, List<Slot>>();
    practice.slots.forEach(
        slot -> slots.computeIfAbsent(slot.therapist(), any -> new ArrayList<>()).add(slot));
    return Roster.empty(NOW, DAYS)
        .with(
            practice.profiles.stream()
                .map(
                    profile ->
                        new Listing(
                            profile,
                            slots.getOrDefault(profile.id(), List.of()),
                            0,
                            points.getOrDefault(profile.id(), Outcomes.unknown())))
                .toList());
  }
}
