package org.saltwater.crying.trusted;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.RandomSecret;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links to the page for a trusted person. Each works once, in the browser that used it for a while
/// longer, and is forgotten when it is over. Only hashes are kept; a mail's address is not.
@Service
public class TrustedLinks {
  /// How long a link works unused, and how long the page stays open to the browser that used it.
  public static final Duration LASTS = Duration.ofDays(14);

  public static final int LONGEST_NAME = 60;

  private final JdbcClient jdbc;
  private final RateLimits limits;
  private final Notifications notifications;
  private final Clock clock;

  TrustedLinks(JdbcClient jdbc, RateLimits limits, Notifications notifications, Clock clock) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.notifications = notifications;
    this.clock = clock;
  }

  /// Makes a link, and mails it if there is an address. Again with the same id makes it anew,
  // unless
  /// it was used: then the one before works no more.
  ///
  /// @param name what the page calls the client; empty for nothing
  /// @param email empty for a client who passes it on themselves
  /// @return the path that opens the page
  /// @throws Refusal `invalid`; `not-found` if the id is someone else's or the link was used;
  ///     `too-many-requests`
  @Transactional
  public Redacted<String> make(ClientId client, UUID id, String name, String email) {
    check(name.strip(), email.strip());
    limits.spend(RateLimit.TRUSTED_LINK, client.toString());
    var token = RandomSecret.random();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var made =
        jdbc.sql(
                """
                insert into crying_trusted_link as old
                  (id, client, made_at, ends_at, shown_name, token_hash)
                values (:id, :client, :now, :ends, :name, :hash)
                on conflict (id) do update
                set made_at = excluded.made_at, ends_at = excluded.ends_at,
                  shown_name = excluded.shown_name, token_hash = excluded.token_hash
                where old.client = excluded.client and old.opened_at is null
                """)
            .param("id", id)
            .param("client", client.value())
            .param("now", utc(now))
            .param("ends", utc(now.plus(LASTS)))
            .param("name", name.strip())
            .param("hash", RandomSecret.hash(token))
            .update();
    if (made == 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var path = "/trusted/" + token;
    if (!email.isBlank()) {
      limits.spend(RateLimit.TRUSTED_LINK_BY_EMAIL, email.strip());
      notifications.mail(email.strip(), Notice.TRUSTED_INVITATION, new Link(path, LASTS));
    }
    return new Redacted<>(path);
  }

  /// Those not over, the newest first.
  public List<TrustedLink> list(ClientId client) {
    return jdbc.sql(
            """
            select id, shown_name, made_at, opened_at, ends_at from crying_trusted_link
            where client = ? and ends_at > ? order by made_at desc, id
            """)
        .params(client.value(), utc(clock.instant()))
        .query((row, number) -> link(row))
        .list();
  }

  /// Ends a link and the page in whatever browser used it. Sent again it changes nothing.
  @Transactional
  public void withdraw(ClientId client, UUID id) {
    jdbc.sql("delete from crying_trusted_link where id = ? and client = ?")
        .params(id, client.value())
        .update();
  }

  /// Whether a link works, without using it up: mail programs open links by themselves.
  boolean isGood(String token) {
    return jdbc.sql(
            "select exists (select from crying_trusted_link where token_hash = ? and ends_at > ?)")
        .params(RandomSecret.hash(token), utc(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /// Uses a link up; of two who try at once, one gets it.
  ///
  /// @return what this browser shows from now on
  /// @throws Refusal `trusted-link-over`
  @Transactional
  Redacted<String> open(String token) {
    var visit = RandomSecret.random();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var opened =
        jdbc.sql(
                """
                update crying_trusted_link
                set token_hash = null, visit_hash = :visit, opened_at = :now, ends_at = :ends
                where token_hash = :hash and ends_at > :now
                """)
            .param("visit", RandomSecret.hash(visit))
            .param("now", utc(now))
            .param("ends", utc(now.plus(LASTS)))
            .param("hash", RandomSecret.hash(token))
            .update();
    if (opened == 0) {
      throw new Refusal(TrustedProblem.LINK_OVER);
    }
    return new Redacted<>(visit);
  }

  /// What the page calls the client, for a browser that used a link; empty if that is over.
  Optional<String> findName(String visit) {
    return jdbc.sql(
            "select shown_name from crying_trusted_link where visit_hash = ? and ends_at > ?")
        .params(RandomSecret.hash(visit), utc(clock.instant()))
        .query(String.class)
        .optional();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
  void purge() {
    jdbc.sql("delete from crying_trusted_link where ends_at <= ?")
        .param(utc(clock.instant()))
        .update();
  }

  private static void check(String name, String email) {
    var found = new ArrayList<FieldProblem>();
    if (name.length() > LONGEST_NAME) {
      found.add(new FieldProblem("name", "trusted.name.long", LONGEST_NAME));
    }
    if (!email.isEmpty() && !People.isEmail(email)) {
      found.add(new FieldProblem("email", "trusted.email.problem"));
    }
    if (!found.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, List.copyOf(found));
    }
  }

  private static TrustedLink link(ResultSet row) throws SQLException {
    return new TrustedLink(
        row.getObject("id", UUID.class),
        row.getString("shown_name"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
