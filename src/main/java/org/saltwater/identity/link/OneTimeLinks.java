package org.saltwater.identity.link;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.PersonId;
import org.saltwater.notifications.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links in mails that work once. A new one of a kind makes the older ones of that person void.
@Component
public class OneTimeLinks {
  private final JdbcClient jdbc;
  private final Clock clock;

  OneTimeLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @return what the link carries
  @Transactional
  public Token issue(LinkKind kind, PersonId person) {
    revoke(kind, person);
    var token = Token.random();
    jdbc.sql(
            """
            insert into identity_link (token_hash, kind, person, ends_at) values (:hash, :kind, :person, :ends)
            """)
        .param("hash", token.hash())
        .param("kind", kind.name())
        .param("person", person.value())
        .param("ends", Timestamp.from(clock.instant().plus(kind.lasts())))
        .update();
    return token;
  }

  /// The same as a link to put into a mail.
  ///
  /// @param path what stands before the token, such as `/reset/`
  @Transactional
  public Link link(LinkKind kind, PersonId person, String path) {
    return new Link(path + issue(kind, person).text(), kind.lasts());
  }

  /// Whose link it is, without using it up: a mail scanner that opens a link must not spend it.
  public Optional<PersonId> find(LinkKind kind, String token) {
    return jdbc.sql(
            """
            select person from identity_link where token_hash = :hash and kind = :kind and ends_at > :now
            """)
        .param("hash", new Token(token).hash())
        .param("kind", kind.name())
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /// Uses the link up; of two who try at once, one gets it.
  @Transactional
  public Optional<PersonId> spend(LinkKind kind, String token) {
    return jdbc.sql(
            """
            delete from identity_link where token_hash = :hash and kind = :kind and ends_at > :now
            returning person
            """)
        .param("hash", new Token(token).hash())
        .param("kind", kind.name())
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  @Transactional
  public void revoke(LinkKind kind, PersonId person) {
    jdbc.sql("delete from identity_link where person = :person and kind = :kind")
        .param("person", person.value())
        .param("kind", kind.name())
        .update();
  }
}
