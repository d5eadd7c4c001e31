package org.saltwater.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.RandomSecret;
import org.saltwater.kernel.TherapistId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WaitlistTable {
  private static final Duration KEYS_KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  WaitlistTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param email sealed; null for who is written to at their account's address
  record Row(ClientId client, byte @Nullable [] email) {}

  /// Who is in the line already keeps their place; what they need is taken over anew.
  void join(MatchingAnswers answers, byte @Nullable [] email, Instant now) {
    jdbc.sql(
            """
            insert into matching_waitlist
              (client, joined_at, place, languages, modalities, email)
            values (:client, :now, :place, :languages, :modalities, :email)
            on conflict (client) do update set place = excluded.place,
              languages = excluded.languages, modalities = excluded.modalities,
              email = coalesce(excluded.email, matching_waitlist.email)
            """)
        .param("client", answers.client().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("place", answers.where().code())
        .param("languages", answers.languages().toArray(String[]::new))
        .param("modalities", names(answers))
        .param("email", email, java.sql.Types.BINARY)
        .update();
  }

  /// Whether a request with this key comes for the first time. Keys are kept for a day.
  boolean isNew(ClientId client, String key, Instant now) {
    jdbc.sql("delete from matching_waitlist_request where at < :old")
        .param("old", now.minus(KEYS_KEPT).atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
                """
                insert into matching_waitlist_request (client, key_hash, at)
                values (:client, :hash, :now) on conflict do nothing
                """)
            .param("client", client.value())
            .param("hash", RandomSecret.hash(key))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void forgetKeys(ClientId client) {
    jdbc.sql("delete from matching_waitlist_request where client = :client")
        .param("client", client.value())
        .update();
  }

  boolean leave(ClientId client) {
    return jdbc.sql("delete from matching_waitlist where client = :client")
            .param("client", client.value())
            .update()
        == 1;
  }

  /// @param told when somebody told since counts as just told
  Optional<Waiting> find(ClientId client, Instant told) {
    return jdbc.sql(
            """
            select me.joined_at, coalesce(me.told_at >= :told, false) told, 1 + (
              select count(*) from matching_waitlist earlier
              where earlier.number < me.number
                and (earlier.place = me.place
                  or earlier.place = split_part(me.place, '-', 1)
                  or split_part(earlier.place, '-', 1) = me.place)
                and earlier.languages && me.languages
                and earlier.modalities && me.modalities) position
            from matching_waitlist me where me.client = :client
            """)
        .param("client", client.value())
        .param("told", told.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Waiting(
                    row.getInt("position"),
                    row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("told")))
        .optional();
  }

  int count() {
    return jdbc.sql("select count(*) from matching_waitlist").query(Integer.class).single();
  }

  /// Whose turn it is, first come first; those just told are left in peace, and who let a place go
  /// by is asked again only after everyone who was never told.
  List<Row> listNext(Instant told) {
    return jdbc.sql(
            """
            select client, email from matching_waitlist
            where told_at is null or told_at < :told order by told_at nulls first, number
            """)
        .param("told", told.atOffset(ZoneOffset.UTC))
        .query(WaitlistTable::row)
        .list();
  }

  /// How many were just told of a place with each therapist, and may be about to take it.
  Map<TherapistId, Integer> countTold(Instant told) {
    var counts = new HashMap<TherapistId, Integer>();
    jdbc.sql(
            """
            select told_of, count(*) told from matching_waitlist
            where told_at >= :told group by told_of
            """)
        .param("told", told.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              counts.put(new TherapistId(row.getObject("told_of", UUID.class)), row.getInt("told"));
            });
    return counts;
  }

  /// Whether somebody is still in the line and was not told in the meantime.
  boolean isNext(ClientId client, Instant told) {
    return jdbc.sql(
            """
            select exists (select from matching_waitlist
              where client = :client and (told_at is null or told_at < :told))
            """)
        .param("client", client.value())
        .param("told", told.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void markTold(ClientId client, TherapistId of, Instant now) {
    jdbc.sql("update matching_waitlist set told_at = :now, told_of = :of where client = :client")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("of", of.value())
        .param("client", client.value())
        .update();
  }

  /// Whether this node may tell people now; until the transaction ends no other may.
  boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('matching_waitlist'))")
        .query(Boolean.class)
        .single();
  }

  private static String[] names(MatchingAnswers answers) {
    return answers.modalities().stream().map(Modality::name).toArray(String[]::new);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(new ClientId(row.getObject("client", UUID.class)), row.getBytes("email"));
  }
}
