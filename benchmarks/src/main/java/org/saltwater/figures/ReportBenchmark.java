package org.saltwater.figures;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import org.saltwater.figures.Case.Hour;
import org.saltwater.figures.Case.Kept;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.Modality;
import org.saltwater.measures.Instruments;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The practice report over many clients with 20 totals each: every case read from PostgreSQL, opened
/// and counted. Beside it the same outcome of one instrument by PostgreSQL alone, from rows that are
/// not sealed, as the set-up checks: what sealing costs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class ReportBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final int TODAY = Gathering.day(NOW);
  private static final int WEEKS = 10;
  private static final int HOURS = 10;

  @Param("100000")
  int clients;

  private final Instruments instruments = new Instruments();
  private HikariDataSource database;
  private JdbcTemplate sql;
  private Cases cases;

  @Setup(Level.Trial)
  public void fill() {
    database = TestDatabase.fresh();
    sql = new JdbcTemplate(database);
    var jdbc = JdbcClient.create(database);
    cases = new Cases(jdbc, sql, new FiguresKey(jdbc, new NoRoot()));
    var random = new SplittableRandom(7);
    var drawn = new ArrayList<Case>();
    for (var i = 0; i < clients; i++) {
      drawn.add(draw(random));
    }
    cases.replaceAll(drawn, NOW);
    sql.execute("create table plain (client int, day int, instrument text, value int)");
    var numbered = new ArrayList<Object[]>();
    for (var client = 0; client < drawn.size(); client++) {
      for (var series : drawn.get(client).measured()) {
        for (var i = 0; i < series.size(); i++) {
          numbered.add(
              new Object[] {client, series.day(i), series.instrument(), series.value(i)});
        }
      }
      if (numbered.size() > 50_000) {
        sql.batchUpdate("insert into plain values (?, ?, ?, ?)", numbered);
        numbered.clear();
      }
    }
    sql.batchUpdate("insert into plain values (?, ?, ?, ?)", numbered);
    sql.execute("vacuum analyze");
    var better =
        report().sections().stream()
            .filter(it -> it.key().equals("outcome") && it.instrument().equals("phq-9"))
            .flatMap(it -> it.lines().stream())
            .filter(it -> it.groups().equals(List.of("class.recovered")))
            .findFirst()
            .orElseThrow()
            .count();
    if (plainSql() != better) {
      throw new IllegalStateException("the two do not agree");
    }
  }

  @TearDown(Level.Trial)
  public void leave() {
    database.close();
  }

  @Benchmark
  public Report report() {
    var gathered = cases.find().orElseThrow();
    return Counting.count(instruments.list(), gathered.cases(), gathered.at());
  }

  /// One of the numbers of one instrument, from rows that anybody could read.
  @Benchmark
  public int plainSql() {
    return sql.queryForObject(
        """
        select count(*) from (
          select (array_agg(value order by day))[1] as first, (array_agg(value order by day desc))[1] as last
          from plain where instrument = 'phq-9' group by client) each
        where first - last >= 6 and first >= 10 and last < 10
        """,
        Integer.class);
  }

  private static Case draw(SplittableRandom random) {
    var measured = new ArrayList<Series>();
    for (var instrument : List.of("phq-9", "gad-7")) {
      var days = new int[WEEKS];
      var values = new int[WEEKS];
      var at = 8 + random.nextInt(13);
      for (var i = 0; i < WEEKS; i++) {
        days[i] = TODAY - 84 + 7 * i;
        values[i] = Math.clamp(at - i + random.nextInt(6), 0, 21);
      }
      measured.add(new Series(instrument, days, values));
    }
    var hours = new ArrayList<Hour>();
    var channel = Modality.values()[random.nextInt(3)];
    for (var i = 0; i < HOURS; i++) {
      var kept = random.nextInt(20) == 0 ? Kept.MISSED_BY_CLIENT : Kept.HELD;
      hours.add(new Hour(TODAY - 80 + 7 * i, channel, kept));
    }
    return new Case(
        TODAY - 90 + random.nextInt(8),
        random.nextBoolean() ? "LOW_MOOD" : "SLEEP",
        "en",
        random.nextInt(3) == 0 ? "AT" : "DE",
        3,
        random.nextInt(4),
        measured,
        hours,
        random.nextInt(10) == 0 ? List.of(TODAY - 40) : List.of(),
        random.nextInt(3) == 0,
        random.nextBoolean());
  }

  /// There is nothing to keep from anybody here.
  private static final class NoRoot implements KeyWrapping {
    @Override
    public byte[] wrap(byte[] key, String purpose) {
      return key;
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
      return wrapped;
    }
  }
}
