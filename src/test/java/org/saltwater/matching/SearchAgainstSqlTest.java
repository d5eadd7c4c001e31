package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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
import org.saltwater.therapists.TherapistProfile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The roster in memory and one plain query on the same rows name the same therapists in the same
/// order, for practices and clients made at random, also after people came, changed and went.
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

  /// Found by [#theRosterAnswersAsPlainSqlDoes]: a day in which clocks change has not 24 hours for
  /// PostgreSQL, where the session has a zone.
  @Example
  void theWindowHasTheSameLengthWhenClocksChangeInIt() {
    theRosterAnswersAsPlainSqlDoes(6861612200141023124L);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void theRosterAnswersAsPlainSqlDoes(@ForAll("seeds") long seed) {
    var random = new Random(seed);
    var now = Practice.NOW.plusSeconds(random.nextInt(200 * 86_400));
    var invented = new InventedPractice(random, now);
    var notice = random.nextInt(3) * 720;
    var sql = filled(invented, notice);
    var roster = Roster.empty(now, Practice.WITHIN_DAYS).with(listings(invented, notice));
    var matched = 0;
    for (var asked = 0; asked < 8; asked++) {
      matched += assertSameAnswer(invented, random, now, roster, sql);
    }
    Statistics.collect(matched == 0 ? "nobody" : matched < 20 ? "few" : "many");
  }

  /// A practice of several shelves, reached therapist by therapist: some were somebody else before,
  /// some came later, some went and came back, and some went for good.
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void aRosterChangedTherapistByTherapistAnswersAsPlainSqlDoes(@ForAll("seeds") long seed) {
    var random = new Random(seed);
    var now = Practice.NOW.plusSeconds(random.nextInt(200 * 86_400));
    var size = 2 * RosterShelf.SIZE + random.nextInt(300);
    var before = new InventedPractice(random, now, size);
    var invented = new InventedPractice(random, now, size);
    var notice = random.nextInt(3) * 720;
    var sql = filled(invented, notice);
    var roster = changed(before, listings(invented, notice), random, now);
    assertThat(roster.size()).isEqualTo(size);
    for (var asked = 0; asked < 8; asked++) {
      assertSameAnswer(invented, random, now, roster, sql);
    }
  }

  private static int assertSameAnswer(
      InventedPractice invented, Random random, Instant now, Roster roster, PlainSql sql) {
    var request = invented.request();
    var days = 1 + random.nextInt(Practice.WITHIN_DAYS);
    var later = now.plus(Duration.ofSeconds(random.nextInt(36 * 3_600)));
    var expected = sql.matches(request, later, days, 10_000);
    var search = new Search(roster, request, later, days);
    assertThat(ids(search.all())).isEqualTo(expected);
    var hits = search.best(Matching.SHOWN);
    assertThat(ids(hits.best()))
        .isEqualTo(expected.subList(0, Math.min(Matching.SHOWN, expected.size())));
    assertThat(hits.fitting()).isEqualTo(expected.size()).isEqualTo(search.count());
    return expected.size();
  }

  private static List<TherapistId> ids(List<Search.Hit> hits) {
    return hits.stream().map(hit -> hit.listing().id).toList();
  }

  private static Roster changed(
      InventedPractice before, List<Listing> after, Random random, Instant now) {
    var strangers = listings(before, 0);
    var slots = slots(before);
    var fates = after.stream().map(any -> random.nextInt(24)).toList();
    var first = new ArrayList<Listing>();
    for (var at = 0; at < after.size(); at++) {
      var last = after.get(at);
      var other = before.profiles.get(at);
      switch (fates.get(at)) {
        case 0 ->
            first.add(
                new Listing(
                    as(last.id, other),
                    slots.getOrDefault(other.id(), List.of()),
                    0,
                    Outcomes.unknown()));
        case 1 -> {}
        case 2 -> first.addAll(List.of(strangers.get(at), last));
        default -> first.add(last);
      }
    }
    var roster = Roster.empty(now, Practice.WITHIN_DAYS).with(first);
    for (var at = 0; at < after.size(); at++) {
      var last = after.get(at);
      roster =
          switch (fates.get(at)) {
            case 0, 1 -> roster.with(last);
            case 2 -> roster.without(strangers.get(at).id);
            case 3 -> roster.without(last.id).with(last);
            default -> roster;
          };
    }
    return roster;
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

  private static List<Listing> listings(InventedPractice invented, int notice) {
    var outcomes = new Outcomes(new JdbcTemplate(java.util.Objects.requireNonNull(database)));
    var points =
        outcomes.points(
            invented.profiles.stream().map(profile -> profile.id()).toList(), outcomes.means());
    var slots = slots(invented);
    return invented.profiles.stream()
        .map(
            profile ->
                new Listing(
                    profile,
                    slots.getOrDefault(profile.id(), List.of()),
                    notice,
                    points.getOrDefault(profile.id(), Outcomes.unknown())))
        .toList();
  }

  private static Map<TherapistId, List<Slot>> slots(InventedPractice invented) {
    return invented.slots.stream().collect(Collectors.groupingBy(Slot::therapist));
  }

  private static TherapistProfile as(TherapistId id, TherapistProfile other) {
    return new TherapistProfile(
        id,
        other.name(),
        other.title(),
        other.about(),
        other.licences(),
        other.languages(),
        other.zone(),
        other.modalities(),
        other.specialties(),
        other.approaches(),
        other.gender(),
        other.ageBand(),
        other.worksWithHighRisk(),
        other.capacity(),
        other.taken(),
        other.standing());
  }
}
