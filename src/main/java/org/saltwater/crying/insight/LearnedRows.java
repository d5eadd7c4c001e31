package org.saltwater.crying.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what was learned last, and nothing of whom it was learned from.
@Repository
class LearnedRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  LearnedRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void replace(Learned learned, Instant at) {
    jdbc.sql(
            """
            insert into crying_learned (at, figures) values (:at, cast(:figures as jsonb))
            on conflict (only_one) do update set at = excluded.at, figures = excluded.figures
            """)
        .param("at", Timestamp.from(at))
        .param("figures", json.writeValueAsString(learned))
        .update();
  }

  /// Empty before anything was gathered.
  Optional<Learned> find() {
    return jdbc.sql("select figures from crying_learned")
        .query((row, _) -> json.readValue(row.getString(1), Learned.class))
        .optional();
  }
}
