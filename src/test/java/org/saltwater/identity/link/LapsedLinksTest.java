package org.saltwater.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class LapsedLinksTest {
  private final HikariDataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TestClock clock = new TestClock();
  private final OneTimeLinks links = new OneTimeLinks(jdbc, clock);
  private final LapsedLinks lapsed = new LapsedLinks(jdbc, clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLinkThatHasEndedIsForgottenAndOneThatWorksIsNot() {
    var robin = person("a hash");
    links.issue(LinkKind.PASSWORD_RESET, robin);
    var confirm = links.issue(LinkKind.CONFIRM_EMAIL, robin);
    lapsed.purge();
    assertThat(count()).isEqualTo(2);

    clock.advance(Duration.ofMinutes(30));
    lapsed.purge();
    assertThat(count()).isEqualTo(1);
    assertThat(links.find(LinkKind.CONFIRM_EMAIL, confirm.text())).contains(robin);
    clock.advance(Duration.ofDays(7));
    lapsed.purge();
    assertThat(count()).isZero();
  }

  @Test
  void anInvitationNobodyFollowedStaysForItTellsThatTheyHaveNotCome() {
    var came = person("a hash");
    var invited = person(null);
    links.issue(LinkKind.INVITATION, came);
    links.issue(LinkKind.INVITATION, invited);
    clock.advance(Duration.ofDays(30));
    lapsed.purge();
    assertThat(jdbc.sql("select person from identity_link").query(java.util.UUID.class).list())
        .containsExactly(invited.value());
  }

  private int count() {
    return jdbc.sql("select count(*) from identity_link").query(Integer.class).single();
  }

  private PersonId person(@org.jspecify.annotations.Nullable String password) {
    var id = PersonId.random();
    jdbc.sql(
            """
            insert into identity_person (id, name, email, email_key, roles, zone, password_hash, created_at)
            values (:id, 'Robin', :email, :email, '{THERAPIST}', 'UTC', :hash, now())
            """)
        .param("id", id.value())
        .param("email", id + "@example.org")
        .param("hash", password, java.sql.Types.VARCHAR)
        .update();
    return id;
  }
}
