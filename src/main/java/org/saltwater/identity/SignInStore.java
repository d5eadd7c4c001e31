package org.saltwater.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.link.Token;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Sign-ins in PostgreSQL. Spring Session's own JDBC store reads twice and writes once for every
/// request, which makes a signed-in page ten times as dear as an anonymous one; this one reads at
/// most once in [#FRESH] and writes when something changed.
@Repository
class SignInStore implements SessionRepository<StoredSignIn> {
  /// How long a read may be reused. A sign-in revoked on this node is forgotten at once; one
  /// revoked on another node is noticed after this long.
  static final Duration FRESH = Duration.ofSeconds(3);

  /// The exactness of "last seen", and of the idle limit with it.
  private static final Duration GRAIN = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Cache<String, @Nullable SignInRow> read =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfterWrite(FRESH)
          .<String, @Nullable SignInRow>build();

  SignInStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public StoredSignIn createSession() {
    return StoredSignIn.begin(clock);
  }

  @Override
  public @Nullable StoredSignIn findById(String id) {
    var token = new Token(id);
    // The cache holds a revocation back until a read under way is in, so none is kept past it.
    var row = read.get(token.hashText(), hash -> load(token));
    if (row == null || row.isOver(clock.instant())) {
      return null;
    }
    return StoredSignIn.of(clock, token, row);
  }

  @Override
  public void save(StoredSignIn signIn) {
    var stored = signIn.stored();
    if (stored == null) {
      insert(signIn);
    } else if (signIn.isChanged()) {
      update(signIn, stored);
      read.invalidate(stored.hashText());
    } else if (signIn.isSeenLongAfterStored(GRAIN)) {
      touch(signIn);
      read.invalidate(stored.hashText());
    } else {
      return;
    }
    signIn.saved();
  }

  @Override
  public void deleteById(String id) {
    forget(
        jdbc.sql("delete from identity_sign_in where token_hash = :hash returning token_hash")
            .param("hash", new Token(id).hash())
            .query(SignInStore::hash)
            .list());
  }

  /// Ends all sign-ins of a person but one, or truly all.
  ///
  /// @return how many it were
  int deleteAllOf(PersonId person, @Nullable UUID but) {
    var gone =
        jdbc.sql(
                """
                delete from identity_sign_in where person = :person and id is distinct from :but
                returning token_hash
                """)
            .param("person", person.value())
            .param("but", but, java.sql.Types.OTHER)
            .query(SignInStore::hash)
            .list();
    forget(gone);
    return gone.size();
  }

  int delete(PersonId person, UUID id) {
    var gone =
        jdbc.sql(
                """
                delete from identity_sign_in where person = :person and id = :id returning token_hash
                """)
            .param("person", person.value())
            .param("id", id)
            .query(SignInStore::hash)
            .list();
    forget(gone);
    return gone.size();
  }

  List<OpenSignIn> listOf(PersonId person) {
    return jdbc.sql(
            """
            select * from identity_sign_in
            where person = :person and ends_at > :now
              and last_seen_at + make_interval(secs => idle_seconds) > :now
            order by last_seen_at desc limit 100
            """)
        .param("person", person.value())
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new OpenSignIn(
                    row.getObject("id", UUID.class),
                    row.getString("device"),
                    row.getTimestamp("begun_at").toInstant(),
                    row.getTimestamp("last_seen_at").toInstant()))
        .list();
  }

  Set<UUID> listGone(Collection<UUID> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select asked from unnest(:ids) asked
                where not exists (select from identity_sign_in where id = asked and ends_at > :now)
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .list());
  }

  @Scheduled(fixedDelay = 15 * 60_000, initialDelay = 60_000)
  void sweep() {
    jdbc.sql(
            """
            delete from identity_sign_in
            where ends_at <= :now or last_seen_at + make_interval(secs => idle_seconds) <= :now
            """)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void forget(Collection<String> hashes) {
    if (hashes.isEmpty()) {
      return;
    }
    read.invalidateAll(hashes);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      // Until the commit, a request may have read the row once more.
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              read.invalidateAll(hashes);
            }
          });
    }
  }

  private @Nullable SignInRow load(Token token) {
    return jdbc.sql("select * from identity_sign_in where token_hash = :hash")
        .param("hash", token.hash())
        .query(
            (row, number) ->
                new SignInRow(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("begun_at").toInstant(),
                    row.getTimestamp("last_seen_at").toInstant(),
                    Duration.ofSeconds(row.getInt("idle_seconds")),
                    row.getTimestamp("ends_at").toInstant(),
                    Attributes.read(row.getBytes("attributes"))))
        .optional()
        .orElse(null);
  }

  private void insert(StoredSignIn signIn) {
    bind(
            signIn,
            jdbc.sql(
                """
                insert into identity_sign_in
                  (id, token_hash, person, device, begun_at, last_seen_at, idle_seconds, ends_at, attributes)
                values (:id, :hash, :person, :device, :begun, :seen, :idle, :ends, :attributes)
                """))
        .param("begun", Timestamp.from(signIn.getCreationTime()))
        .update();
  }

  /// A sign-in that was revoked meanwhile stays so: nothing is inserted anew.
  private void update(StoredSignIn signIn, Token stored) {
    bind(
            signIn,
            jdbc.sql(
                """
                update identity_sign_in
                set token_hash = :hash, person = :person, device = :device, last_seen_at = :seen,
                    idle_seconds = :idle, ends_at = :ends, attributes = :attributes
                where id = :id and token_hash = :stored
                """))
        .param("stored", stored.hash())
        .update();
  }

  private void touch(StoredSignIn signIn) {
    jdbc.sql("update identity_sign_in set last_seen_at = :seen where id = :id")
        .param("seen", Timestamp.from(signIn.getLastAccessedTime()))
        .param("id", signIn.row())
        .update();
  }

  private static JdbcClient.StatementSpec bind(
      StoredSignIn signIn, JdbcClient.StatementSpec statement) {
    var state = signIn.state();
    var person = state.attributes().person();
    return statement
        .param("id", state.id())
        .param("hash", signIn.token().hash())
        .param("person", person == null ? null : person.id().value(), java.sql.Types.OTHER)
        .param("device", state.attributes().device())
        .param("seen", Timestamp.from(state.lastSeenAt()))
        .param("idle", Math.toIntExact(state.idle().toSeconds()))
        .param("ends", Timestamp.from(state.endsAt()))
        .param("attributes", state.attributes().write());
  }

  private static String hash(ResultSet row, int number) throws SQLException {
    return HexFormat.of().formatHex(row.getBytes("token_hash"));
  }
}
