package org.saltwater.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes of therapist as rows.
@Component
class ChangeRows {
  private static final String COLUMNS =
      "id, client, from_therapist, to_therapist, state, travels, begun_at, done_at";

  private final JdbcClient jdbc;

  ChangeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Nothing happens if the client has begun one already.
  void insert(ClientId client, TherapistId from, Instant now) {
    jdbc.sql(
            """
            insert into care_therapist_change (id, client, from_therapist, state, begun_at)
            values (:id, :client, :from, 'BEGUN', :now) on conflict do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("client", client.value())
        .param("from", from.value())
        .param("now", EdgeRows.utc(now))
        .update();
  }

  Optional<TherapistChange> findBegun(ClientId client) {
    return find("where client = :id and state = 'BEGUN'", client.value());
  }

  Optional<TherapistChange> find(UUID id) {
    return find("where id = :id", id);
  }

  Optional<TherapistChange> findToChange(UUID id) {
    return find("where id = :id for update", id);
  }

  void setTravels(UUID id, Set<Scope> travels) {
    jdbc.sql("update care_therapist_change set travels = :travels where id = :id")
        .param("travels", names(travels))
        .param("id", id)
        .update();
  }

  void setMissing(UUID id, byte @Nullable [] sealed) {
    jdbc.sql("update care_therapist_change set missing = :missing where id = :id")
        .param("missing", sealed)
        .param("id", id)
        .update();
  }

  Optional<byte[]> findMissing(UUID id) {
    return jdbc.sql(
            "select missing from care_therapist_change where id = :id and missing is not null")
        .param("id", id)
        .query((row, number) -> row.getBytes("missing"))
        .optional();
  }

  void setGivenUp(UUID id) {
    jdbc.sql("update care_therapist_change set state = 'GIVEN_UP' where id = :id")
        .param("id", id)
        .update();
  }

  void setDone(UUID id, TherapistId to, @Nullable Instant firstStart, Instant now) {
    jdbc.sql(
            """
            update care_therapist_change
            set state = 'DONE', to_therapist = :to, first_start = :start, done_at = :now where id = :id
            """)
        .param("to", to.value())
        .param("start", firstStart == null ? null : EdgeRows.utc(firstStart))
        .param("now", EdgeRows.utc(now))
        .param("id", id)
        .update();
  }

  boolean isDoneWith(UUID id, TherapistId to, Instant firstStart) {
    return jdbc.sql(
            """
            select exists (select from care_therapist_change
                           where id = :id and state = 'DONE' and to_therapist = :to and first_start = :start)
            """)
        .param("id", id)
        .param("to", to.value())
        .param("start", EdgeRows.utc(firstStart))
        .query(Boolean.class)
        .single();
  }

  static String[] names(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Enum::name).toArray(String[]::new);
  }

  static Set<Scope> scopes(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray())
        .map(Scope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<TherapistChange> find(String which, UUID id) {
    return jdbc.sql("select " + COLUMNS + " from care_therapist_change " + which)
        .param("id", id)
        .query((row, number) -> change(row))
        .optional();
  }

  private static TherapistChange change(ResultSet row) throws SQLException {
    var to = row.getObject("to_therapist", UUID.class);
    return new TherapistChange(
        row.getObject("id", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("from_therapist", UUID.class)),
        Optional.ofNullable(to).map(TherapistId::new),
        ChangeState.valueOf(row.getString("state")),
        row.getArray("travels") == null ? Optional.empty() : Optional.of(scopes(row, "travels")),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(EdgeRows.instant(row, "done_at")));
  }
}
