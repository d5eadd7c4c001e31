package org.saltwater.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.saltwater.identity.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a database says about itself: whether its people are invented, and how far they are
/// thought up.
@Repository
public class DemoData {
  private final JdbcClient jdbc;
  private final People people;

  DemoData(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  /// @param beganAt the moment that the invented past leads up to
  /// @param played how many scenes of the past have been played
  record Marker(Instant beganAt, int therapists, int played, boolean filled) {}

  /// Whether the database holds, or begins to hold, invented people.
  public boolean isHere() {
    return find().isPresent();
  }

  /// Whether real people are here, among whom no invented ones may come.
  public boolean isOfRealPeople() {
    return !isHere() && !people.isEmpty();
  }

  Optional<Marker> find() {
    return jdbc.sql("select began_at, therapists, played, filled_at from demo_marker")
        .query((row, number) -> marker(row))
        .optional();
  }

  void begin(Instant now, int therapists) {
    jdbc.sql("insert into demo_marker (began_at, therapists) values (?, ?)")
        .params(now.atOffset(ZoneOffset.UTC), therapists)
        .update();
  }

  void played(int scenes) {
    jdbc.sql("update demo_marker set played = ?").param(scenes).update();
  }

  void filled(Instant now) {
    jdbc.sql("update demo_marker set filled_at = ?").param(now.atOffset(ZoneOffset.UTC)).update();
  }

  private static Marker marker(ResultSet row) throws SQLException {
    return new Marker(
        row.getTimestamp("began_at").toInstant(),
        row.getInt("therapists"),
        row.getInt("played"),
        row.getTimestamp("filled_at") != null);
  }
}
