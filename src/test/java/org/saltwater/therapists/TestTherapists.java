package org.saltwater.therapists;

import javax.sql.DataSource;
import org.saltwater.testing.TestClock;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/// The real therapists on a database of a test, for tests of other modules without the whole
/// application. Events go nowhere, and each statement is its own transaction.
public final class TestTherapists {
  private TestTherapists() {}

  /// A whole profile at once, as no page can change it.
  public static void update(Therapists therapists, TherapistProfile profile) {
    therapists.update(profile);
  }

  public static Therapists on(DataSource database) {
    return new Therapists(
        new ProfileTable(new NamedParameterJdbcTemplate(database)),
        event -> {},
        TestAudit.on(database),
        new TestClock());
  }
}
