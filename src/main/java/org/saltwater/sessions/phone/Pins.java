package org.saltwater.sessions.phone;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The PINs by which clients come into their hour from a telephone. Only what [PinKey] makes of
/// them is stored, and each hour has one at most: a new one puts the old one out of use.
@Component
class Pins {
  private static final Logger log = LoggerFactory.getLogger(Pins.class);

  /// Eight digits: with a hundred hours open at once and three tries in a call, a stranger would
  /// have to call some 300,000 times for one.
  private static final int DIGITS = 8;

  private static final Duration KEPT = Duration.ofHours(6);

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final PinKey key;
  private final Clock clock;

  Pins(JdbcClient jdbc, PinKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  String make(AppointmentId session) {
    while (true) {
      var pin = ("%0" + DIGITS + "d").formatted(random.nextInt((int) Math.pow(10, DIGITS)));
      var stored =
          jdbc.sql(
                  """
                  insert into sessions_pin (session, hash, made_at) select :session, :hash, :now
                  where not exists (select 1 from sessions_pin where hash = :hash)
                  on conflict (session) do update set hash = :hash, made_at = :now
                  """)
              .param("session", session.value())
              .param("hash", key.hash(pin))
              .param("now", Timestamp.from(clock.instant()))
              .update();
      if (stored == 1) {
        return pin;
      }
    }
  }

  Optional<AppointmentId> find(String pin) {
    return jdbc.sql("select session from sessions_pin where hash = ?")
        .param(key.hash(pin))
        .query((row, _) -> new AppointmentId(row.getObject(1, UUID.class)))
        .optional();
  }

  void forget(AppointmentId session) {
    jdbc.sql("delete from sessions_pin where session = ?").param(session.value()).update();
  }

  /// Those of hours that nobody ended.
  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void forgetOld() {
    try {
      jdbc.sql("delete from sessions_pin where made_at < ?")
          .param(Timestamp.from(clock.instant().minus(KEPT)))
          .update();
    } catch (DataAccessException storeAway) {
      log.debug("the store is away; forgetting in an hour");
    }
  }
}
