package org.saltwater.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// When each therapist can be met. The lines are stored the way people write them, one row a
/// therapist.
@Repository
public class Availabilities {
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  Availabilities(
      JdbcTemplate batches, TransactionTemplate transaction, ApplicationEventPublisher events) {
    this.jdbc = JdbcClient.create(batches);
    this.batches = batches;
    this.transaction = transaction;
    this.events = events;
  }

  /// @throws Refusal not-found if the therapist has never offered hours
  public Availability get(TherapistId therapist) {
    return find(therapist).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  public Optional<Availability> find(TherapistId therapist) {
    return Optional.ofNullable(listOf(List.of(therapist)).get(therapist));
  }

  /// In one query, however many they are; those who never offered hours are missing.
  public Map<TherapistId, Availability> listOf(Collection<TherapistId> therapists) {
    var found = new HashMap<TherapistId, Availability>(therapists.size() * 2);
    jdbc.sql("select * from scheduling_availability where therapist = any(:therapists)")
        .param("therapists", therapists.stream().map(TherapistId::value).toArray(UUID[]::new))
        .query(
            row -> {
              found.put(new TherapistId(row.getObject("therapist", UUID.class)), availability(row));
            });
    return found;
  }

  /// Replaces what was there. Appointments already booked stay as they are.
  public void set(TherapistId therapist, Availability availability) {
    transaction.executeWithoutResult(
        status -> {
          setAll(Map.of(therapist, availability));
          events.publishEvent(new AvailabilityChanged(therapist));
        });
  }

  /// Changes what is there, one change of a therapist after another: two tabs both keep theirs.
  ///
  /// @param home where the therapist's clock runs, for one who never offered hours
  public void change(TherapistId therapist, ZoneId home, UnaryOperator<Availability> change) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:id as text), 0))")
              .param("id", therapist.value())
              .query(row -> {});
          set(therapist, change.apply(find(therapist).orElseGet(() -> Availability.closed(home))));
        });
  }

  /// Sets many at once, for a practice that moves in. Says nothing to listeners one by one: whoever
  /// keeps an index builds it after this.
  public void setAll(Map<TherapistId, Availability> availabilities) {
    batches.batchUpdate(
        """
        insert into scheduling_availability
          (therapist, zone, weekly, changes, length_minutes, buffer_minutes, notice_minutes)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (therapist) do update set
          zone = excluded.zone, weekly = excluded.weekly, changes = excluded.changes,
          length_minutes = excluded.length_minutes, buffer_minutes = excluded.buffer_minutes,
          notice_minutes = excluded.notice_minutes
        """,
        availabilities.entrySet(),
        BATCH,
        (statement, entry) -> {
          var it = entry.getValue();
          statement.setObject(1, entry.getKey().value());
          statement.setString(2, it.zone().getId());
          statement.setObject(3, lines(it.weekly()));
          statement.setObject(4, lines(it.changes()));
          statement.setLong(5, it.length().toMinutes());
          statement.setLong(6, it.buffer().toMinutes());
          statement.setLong(7, it.notice().toMinutes());
        });
  }

  private static String[] lines(List<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  private static Availability availability(ResultSet row) throws SQLException {
    return new Availability(
        ZoneId.of(row.getString("zone")),
        lines(row, "weekly").map(WeeklyHours::of).toList(),
        lines(row, "changes").map(DatedChange::of).toList(),
        Duration.ofMinutes(row.getLong("length_minutes")),
        Duration.ofMinutes(row.getLong("buffer_minutes")),
        Duration.ofMinutes(row.getLong("notice_minutes")));
  }

  private static Stream<String> lines(ResultSet row, String column) throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray());
  }
}
