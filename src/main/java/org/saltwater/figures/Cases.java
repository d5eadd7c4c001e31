package org.saltwater.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the cases that were gathered last. Each time all are written anew, in an order drawn by
// lot
/// and in one transaction: neither a row's place nor its time tells whose it is.
@Repository
class Cases {
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final FiguresKey key;

  Cases(JdbcClient jdbc, JdbcTemplate batches, FiguresKey key) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.key = key;
  }

  record Gathered(Instant at, List<Case> cases) {}

  /// In place of all that were there before.
  @Transactional
  void replaceAll(List<Case> cases, Instant at) {
    var shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, java.util.Random.from(RandomGenerator.of("SecureRandom")));
    jdbc.sql("delete from figures_gathered").update();
    jdbc.sql("truncate figures_case").update();
    batches.batchUpdate(
        "insert into figures_case (sealed) values (?)",
        shuffled,
        AT_ONCE,
        (statement, it) -> statement.setBytes(1, key.close(CaseBytes.write(it))));
    jdbc.sql("insert into figures_gathered (at) values (?)").param(Timestamp.from(at)).update();
  }

  /// Empty before anything was gathered.
  @Transactional(readOnly = true)
  public Optional<Gathered> find() {
    var at =
        jdbc.sql("select at from figures_gathered")
            .query((row, _) -> row.getTimestamp(1).toInstant())
            .optional();
    return at.map(
        when ->
            new Gathered(
                when, sealed().parallelStream().map(it -> CaseBytes.read(key.open(it))).toList()));
  }

  /// When they were gathered last; empty before anything was.
  Optional<Instant> findAt() {
    return jdbc.sql("select at from figures_gathered")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  private List<byte[]> sealed() {
    return jdbc.sql("select sealed from figures_case")
        .withFetchSize(AT_ONCE)
        .query((row, _) -> row.getBytes(1))
        .list();
  }
}
