package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Slot;
import org.saltwater.testing.TestDatabase;
import org.saltwater.therapists.TestTherapists;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The roster in memory and one plain query on the same rows name the same therapists in the same
/// order, for practices and clients made at random.
class SearchAgainstSqlTest {
  private static @Nullable HikariDataSource database;

  @BeforeContainer
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterContainer
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void theRosterAnswersAsPlainSqlDoes(@ForAll("seeds") long seed) {
    var random = new Random(seed);
    var now = Practice.NOW.plusSeconds(random.nextInt(200 * 86_400));
    var invented = new InventedPractice(random, now);
    var notice = random.nextInt(3) * 720;
    var sql = filled(invented, notice);
    var roster = roster(invented, notice, now);
    var matched = 0;
    for (var asked = 0; asked < 8; asked++) {
      var request = invented.request();
      var days = 1 + random.nextInt(Practice.WITHIN_DAYS);
      var later = now.plus(Duration.ofSeconds(random.nextInt(36 * 3_600)));
      var inMemory =
          new Search(roster, request, later, days)
              .all().stream().map(hit -> hit.listing().id).toList();
      assertThat(inMemory).isEqualTo(sql.matches(request, later, days, 10_000));
      matched += inMemory.size();
    }
    Statistics.collect(matched == 0 ? "nobody" : matched < 20 ? "few" : "many");
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private PlainSql filled(InventedPractice invented, int notice) {
    var source = java.util.Objects.requireNonNull(database);
    var sql = new PlainSql(source);
    JdbcClient.create(source)
        .sql("truncate therapists_profile, matching_outcome, free_slot")
        .update();
    TestTherapists.on(source).registerAll(invented.profiles.stream());
    sql.offer(invented.slots, notice);
    new Outcomes(new JdbcTemplate(source)).recordAll(invented.outcomes);
    return sql;
  }

  private static Roster roster(InventedPractice invented, int notice, Instant now) {
    var outcomes = new Outcomes(new JdbcTemplate(java.util.Objects.requireNonNull(database)));
    var points =
        outcomes.points(
            invented.profiles.stream().map(profile -> profile.id()).toList(), outcomes.means());
    var slots = new HashMap<TherapistId, List<Slot>>();
    invented.slots.forEach(
        slot -> slots.computeIfAbsent(slot.therapist(), any -> new ArrayList<>()).add(slot));
    var listings =
        invented.profiles.stream()
            .map(
                profile ->
                    new Listing(
                        profile,
                        slots.getOrDefault(profile.id(), List.of()),
                        notice,
                        points.getOrDefault(profile.id(), Outcomes.unknown())))
            .collect(Collectors.toList());
    return Roster.empty(now, Practice.WITHIN_DAYS).with(listings);
  }
}
