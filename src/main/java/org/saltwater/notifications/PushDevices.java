package org.saltwater.notifications;

import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The devices on which people want to be told.
@Component
class PushDevices {
  /// More than anyone carries; the oldest goes.
  private static final int MOST = 10;

  private static final int SECRET = 16;

  private final JdbcClient jdbc;
  private final PushEndpoint endpoints;
  private final Clock clock;

  PushDevices(JdbcClient jdbc, PushEndpoint endpoints, Clock clock) {
    this.jdbc = jdbc;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /// Again for the same device replaces it. A device that was someone else's is theirs no more, and
  /// what waited there for them goes with it.
  ///
  /// @param publicKey and
  /// @param secret as the browser gives them, in base64url
  /// @throws Refusal `invalid`
  @Transactional
  public void add(PersonId person, String endpoint, String publicKey, String secret) {
    var address = endpoints.read(endpoint);
    var key = decoded("p256dh", publicKey);
    var auth = decoded("auth", secret);
    check(key, auth);
    jdbc.sql("delete from notifications_push_device where endpoint = ? and person <> ?")
        .params(address.toString(), person.value())
        .update();
    jdbc.sql(
            """
            insert into notifications_push_device (id, person, endpoint, p256dh, auth, since)
            values (?, ?, ?, ?, ?, ?)
            on conflict (endpoint) do update
            set p256dh = excluded.p256dh, auth = excluded.auth, since = excluded.since
            where notifications_push_device.person = excluded.person
            """)
        .params(
            UUID.randomUUID(),
            person.value(),
            address.toString(),
            key,
            auth,
            Timestamp.from(clock.instant()))
        .update();
    list(person).stream().skip(MOST).forEach(it -> delete(it.id()));
  }

  /// The newest first.
  List<PushDevice> list(PersonId person) {
    return jdbc.sql(
            "select * from notifications_push_device where person = ? order by since desc, id")
        .param(person.value())
        .query((row, _) -> device(row))
        .list();
  }

  Optional<PushDevice> find(UUID id) {
    return jdbc.sql("select * from notifications_push_device where id = ?")
        .param(id)
        .query((row, _) -> device(row))
        .optional();
  }

  /// @throws Refusal `not-found` if it is not theirs
  void remove(PersonId person, UUID id) {
    if (list(person).stream().noneMatch(it -> it.id().equals(id))) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    delete(id);
  }

  /// All of a person's, for instance when their account is closed.
  void deleteAll(PersonId person) {
    jdbc.sql("delete from notifications_push_device where person = ?")
        .param(person.value())
        .update();
  }

  /// With all that waits for it.
  void delete(UUID id) {
    jdbc.sql("delete from notifications_push_device where id = ?").param(id).update();
  }

  /// A key that nothing can be encrypted for is found out now, and not when it is needed.
  private static void check(byte[] key, byte[] auth) {
    try {
      if (auth.length != SECRET) {
        throw invalid("auth");
      }
      new WebPushHybridEncrypt.Builder().withAuthSecret(auth).withRecipientPublicKey(key).build();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw invalid("p256dh");
    }
  }

  private static byte[] decoded(String field, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid(field);
    }
  }

  private static Refusal invalid(String field) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, "notifications.field.endpoint")));
  }

  private static PushDevice device(ResultSet row) throws SQLException {
    return new PushDevice(
        row.getObject("id", UUID.class),
        URI.create(row.getString("endpoint")),
        row.getBytes("p256dh"),
        row.getBytes("auth"),
        row.getTimestamp("since").toInstant());
  }
}
