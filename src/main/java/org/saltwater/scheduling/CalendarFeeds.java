package org.saltwater.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.RandomSecret;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.TherapistId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The secret links by which calendar apps read a person's appointments. Only a link's hash is
/// kept.
@Component
public class CalendarFeeds {
  private static final Duration PAST = Duration.ofDays(60);

  private final JdbcClient jdbc;
  private final AppointmentRows rows;
  private final ObjectProvider<OwnTimes> ownTimes;
  private final MessageSource words;
  private final Clock clock;

  CalendarFeeds(
      JdbcClient jdbc,
      AppointmentRows rows,
      ObjectProvider<OwnTimes> ownTimes,
      MessageSource words,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.ownTimes = ownTimes;
    this.words = words;
    this.clock = clock;
  }

  /// Makes a link's token; the one before stops working.
  public Redacted<String> make(PersonId person) {
    var token = RandomSecret.random();
    jdbc.sql(
            """
            insert into scheduling_feed (person, token_hash, made_at) values (:person, :hash, :now)
            on conflict (person) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
            """)
        .param("person", person.value())
        .param("hash", RandomSecret.hash(token))
        .param("now", AppointmentRows.utc(clock.instant()))
        .update();
    return new Redacted<>(token);
  }

  public void turnOff(PersonId person) {
    jdbc.sql("delete from scheduling_feed where person = :person")
        .param("person", person.value())
        .update();
  }

  public boolean isOn(PersonId person) {
    return jdbc.sql("select exists (select from scheduling_feed where person = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /// Whose link a token is.
  public Optional<PersonId> find(String token) {
    return jdbc.sql("select person from scheduling_feed where token_hash = :hash")
        .param("hash", RandomSecret.hash(token))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /// The person's booked appointments of the last 60 days and to come, and the times they set aside
  /// for themselves unless an appointment is there anyway, as an iCalendar file.
  public String write(PersonId person) {
    var now = clock.instant();
    var from = now.minus(PAST);
    var to = now.plus(Slots.HORIZON).plus(PAST);
    var all =
        Stream.concat(
                rows.listBooked(ClientId.of(person), from, to).stream(),
                rows.listBooked(TherapistId.of(person), from, to).stream())
            .toList();
    var own =
        ownTimes.stream()
            .flatMap(it -> it.listFor(person, from, to).stream())
            .filter(it -> all.stream().noneMatch(it::overlaps))
            .toList();
    return CalendarFile.write(
        all,
        words.getMessage("scheduling.feed.appointment", null, Locale.ENGLISH),
        own,
        words.getMessage("scheduling.feed.own", null, Locale.ENGLISH),
        now);
  }
}
