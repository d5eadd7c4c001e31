package org.saltwater.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the tables for a [Situation] and no facade makes by itself.
record StandpointRows(ListableBeanFactory beans) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// What a client has to sign in with.
  Map<String, String> identity(ClientId client) {
    var signIns = get(SignIns.class);
    signIns.issue(client.person(), "Another device");
    var passkey = "p" + UUID.randomUUID().toString().replace("-", "") + "abc";
    sql("""
        insert into user_credentials
          (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
           backup_eligible, backup_state, authenticator_transports, public_key_credential_type,
           created, last_used, label)
        values (:id, :owner, '', 0, true, false, false, '', 'public-key', localtimestamp, localtimestamp, 'Phone')
        """)
        .param("id", passkey)
        .param("owner", handle(client))
        .update();
    var invited = PersonId.random();
    get(People.class)
        .addAll(
            List.of(
                new Person(
                    invited, "New", invited + "@example.org", Set.of(Role.THERAPIST), BERLIN)));
    sql("insert into identity_link values (:hash, 'INVITATION', :person, :ends)")
        .param("hash", invited.toString().getBytes(StandardCharsets.UTF_8))
        .param("person", invited.value())
        .param("ends", Timestamp.from(get(TestClock.class).instant().plusSeconds(86_400)))
        .update();
    return Map.of(
        "sign-ins/{id}",
        signIns.list(client.person()).getFirst().id().toString(),
        "passkeys/{id}",
        passkey,
        "invitations/{person}",
        invited.toString());
  }

  /// An article that waits for its review, and that readers see.
  String article() {
    var slug = "a" + UUID.randomUUID().toString().replace("-", "");
    sql("""
        with article as (
          insert into library_article (slug, state, version, shown, writers)
          values (:slug, 'IN_REVIEW', 1, 1, '{}') returning slug)
        insert into library_text (slug, version, title, summary, topic, authors, languages, sources,
          body, written_at)
        select slug, 1, 'Sleep', 'In short.', 'EVERYDAY', '{Ines}', '{en}', '{}', 'Words.', :now
        from article
        """)
        .param("slug", slug)
        .param("now", Timestamp.from(get(TestClock.class).instant()))
        .update();
    return slug;
  }

  UUID edge(ClientId client, PersonId reader) {
    return sql("select id from care_edge where client = :client and reader = :reader")
        .param("client", client.value())
        .param("reader", reader.value())
        .query(UUID.class)
        .single();
  }

  String handover(ClientId client, TherapistId from, TherapistId to) {
    var id = UUID.randomUUID();
    var now = get(TestClock.class).instant();
    sql("""
        with change as (
          insert into care_therapist_change
            (id, client, from_therapist, to_therapist, first_start, state, travels, begun_at, done_at)
          values (:id, :client, :from, :to, :now, 'DONE', '{}', :now, :now) returning id)
        insert into care_handover
          (id, change, client, from_therapist, to_therapist, parts, made_at, summary_until)
        select :id, id, :client, :from, :to, '{SUMMARY}', :now, :until from change
        """)
        .param("id", id)
        .param("client", client.value())
        .param("from", from.value())
        .param("to", to.value())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(Duration.ofDays(7))))
        .update();
    return id.toString();
  }

  String appointment(ClientId client, TherapistId therapist, Instant start, String state) {
    var id = UUID.randomUUID();
    sql("""
        insert into scheduling_appointment
          (id, client, therapist, starts_at, ends_at, blocked_until, modality, state, held_until, made_at)
        values (:id, :client, :therapist, :start, :end, :end, 'TEXT', :state, :start, :start)
        """)
        .param("id", id)
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(start.plus(Duration.ofMinutes(50))))
        .param("state", state)
        .update();
    return id.toString();
  }

  /// A person's id as passkeys know it.
  private static String handle(ClientId client) {
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(client.value().getMostSignificantBits())
            .putLong(client.value().getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private JdbcClient.StatementSpec sql(String sql) {
    return get(JdbcClient.class).sql(sql);
  }

  private <T> T get(Class<T> type) {
    return beans.getBean(type);
  }
}
