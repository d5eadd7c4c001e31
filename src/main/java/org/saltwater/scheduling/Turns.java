package org.saltwater.scheduling;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets those who want to change the same calendars at the same moment do so one after the other.
///
/// The exclusion constraints alone keep appointments from overlapping. But two people who each wait
/// for what the other lets go would stand there until PostgreSQL ends one of them after a second;
/// so
/// everyone takes the client's turn first, then all therapists' in one order.
@Component
class Turns {
  private final JdbcClient jdbc;

  Turns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The client's alone, for whoever must look first which therapists it is about.
  void take(ClientId client) {
    take(key(client.value()));
  }

  /// Waits, and keeps the turn until the transaction ends. Includes the therapists whose time the
  /// client holds, since any change may let go of it.
  void take(ClientId client, Collection<TherapistId> therapists) {
    take(client);
    var held =
        jdbc.sql(
                "select therapist from scheduling_appointment where client = :client and state = 'HELD'")
            .param("client", client.value())
            .query(UUID.class)
            .list();
    take(
        Stream.concat(therapists.stream().map(TherapistId::value), held.stream())
            .mapToLong(Turns::key)
            .sorted()
            .distinct()
            .toArray());
  }

  void take(Appointment appointment) {
    take(appointment.client(), List.of(appointment.therapist()));
  }

  private void take(long... keys) {
    jdbc.sql("select pg_advisory_xact_lock(key) from unnest(:keys) key")
        .param("keys", Arrays.stream(keys).boxed().toArray(Long[]::new))
        .query(row -> {});
  }

  private static long key(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
