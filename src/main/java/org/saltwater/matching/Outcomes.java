package org.saltwater.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How people did who came to a therapist with one kind of problem: a count and a mean, no client.
/// A change of therapist is no entry here, so it is never a mark against anybody.
@Repository
public class Outcomes {
  private static final int BATCH = 1_000;

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;

  Outcomes(JdbcTemplate jdbc) {
    this.batches = jdbc;
    this.jdbc = JdbcClient.create(jdbc);
  }

  /// @param n finished cases, at least 1
  /// @param meanResidual mean change beyond what their case mix predicts, in standard deviations;
  ///     more is better
  public record Outcome(TherapistId therapist, ProblemDomain domain, int n, double meanResidual) {}

  public void record(Outcome outcome) {
    recordAll(List.of(outcome));
  }

  /// Replaces what was known of the same therapist and problem. The roster takes it over when it
  /// is next read, see [Matching#refresh].
  public void recordAll(List<Outcome> outcomes) {
    batches.batchUpdate(
        """
        insert into matching_outcome (therapist, domain, n, mean_residual) values (?, ?, ?, ?)
        on conflict (therapist, domain)
          do update set n = excluded.n, mean_residual = excluded.mean_residual
        """,
        outcomes,
        BATCH,
        (statement, outcome) -> {
          statement.setObject(1, outcome.therapist().value());
          statement.setString(2, outcome.domain().name());
          statement.setInt(3, outcome.n());
          statement.setDouble(4, outcome.meanResidual());
        });
  }

  /// What is usual for each problem: the mean over all cases.
  Map<ProblemDomain, Double> means() {
    var means = new EnumMap<ProblemDomain, Double>(ProblemDomain.class);
    jdbc.sql("select domain, sum(n * mean_residual) / sum(n) mean from matching_outcome group by 1")
        .query(
            row -> {
              means.put(ProblemDomain.valueOf(row.getString("domain")), row.getDouble("mean"));
            });
    return means;
  }

  /// By therapist, points by [ProblemDomain]'s ordinal; who has no cases is missing.
  Map<TherapistId, byte[]> points(List<TherapistId> therapists, Map<ProblemDomain, Double> means) {
    var points = new HashMap<TherapistId, byte[]>();
    jdbc.sql("select * from matching_outcome where therapist = any(:therapists)")
        .param("therapists", therapists.stream().map(TherapistId::value).toArray(UUID[]::new))
        .query(
            row -> {
              var domain = ProblemDomain.valueOf(row.getString("domain"));
              var estimate = new OutcomeEstimate(row.getInt("n"), row.getDouble("mean_residual"));
              points
                      .computeIfAbsent(
                          new TherapistId(row.getObject("therapist", UUID.class)),
                          any -> unknown())[Bits.place(domain)] =
                  estimate.points(means.getOrDefault(domain, 0.0));
            });
    return points;
  }

  /// What a new therapist gets: the usual, for every problem.
  static byte[] unknown() {
    return new byte[ProblemDomain.values().length];
  }
}
