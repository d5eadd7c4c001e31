package org.saltwater.identity.link;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets the links that have ended: they open nothing any more, and who asked for what and when
/// is nobody's business afterwards.
///
/// An invitation nobody has followed stays: it tells that its person has not come yet, to the list
/// of invitations and to whoever looks for staff.
@Component
class LapsedLinks {
  private final JdbcClient jdbc;
  private final Clock clock;

  LapsedLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
  void purge() {
    jdbc.sql(
            """
            delete from identity_link link where ends_at <= :now
              and (kind <> 'INVITATION' or exists (select from identity_person person
                where person.id = link.person and (password_hash is not null or retired_at is not null)))
            """)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
