package org.saltwater.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeTokens {
  static final Duration VISIT_WORTH = Duration.ofDays(180);
  static final Duration LINK_WORTH = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  IntakeTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What a token is good for.
  enum Kind {
    /// Reading and answering, from one browser or API client.
    VISIT,
    /// Becoming a visit, once: a mail may be read by others later.
    LINK
  }

  IntakeToken add(UUID intake, Kind kind, Duration worth) {
    var token = IntakeToken.random();
    jdbc.sql("insert into intake_token (hash, intake, kind, ends_at) values (?, ?, ?, ?)")
        .params(
            token.hash(), intake, kind.name(), clock.instant().plus(worth).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  void deleteVisits(UUID intake) {
    jdbc.sql("delete from intake_token where intake = ? and kind = 'VISIT'").param(intake).update();
  }

  Optional<ClientId> findVisit(IntakeToken token) {
    return jdbc.sql(
            """
            select i.client from intake_token t join intake_intake i on i.id = t.intake
            where t.hash = :hash and t.kind = 'VISIT' and t.ends_at > :now
            """)
        .param("hash", token.hash())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> new ClientId(row.getObject("client", UUID.class)))
        .optional();
  }

  /// @return whether there was such a visit to renew
  boolean renewVisit(IntakeToken token) {
    return jdbc.sql(
                """
                update intake_token set ends_at = :until
                where hash = :hash and kind = 'VISIT' and ends_at > :now
                """)
            .param("hash", token.hash())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("until", clock.instant().plus(VISIT_WORTH).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean isLink(IntakeToken token) {
    return jdbc.sql(
                """
                select count(*) from intake_token
                where hash = :hash and kind = 'LINK' and ends_at > :now
                """)
            .param("hash", token.hash())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        == 1;
  }

  /// @return the intake the link was for, the first time
  Optional<UUID> spendLink(IntakeToken token) {
    return jdbc.sql(
            """
            delete from intake_token
            where hash = :hash and kind = 'LINK' and ends_at > :now returning intake
            """)
        .param("hash", token.hash())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  void deleteEnded() {
    jdbc.sql("delete from intake_token where ends_at <= :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
