package org.saltwater.crying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.care.CarePractice;
import org.saltwater.kernel.ClientId;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What a client is asked after an episode, while servers come and go.
@Tag("crying")
class PromptsTest {
  private static final String FOLDER =
      Path.of("target", "test-data", "prompts-" + UUID.randomUUID()).toString();
  private static final List<String> CLINICAL =
      List.of("tear", "cry", "mood", "feel", "therap", "session", "emotion", "sad", "weep");

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database);
  private final TestClock clock = new TestClock();

  @Test
  void aClientIsAskedAtNoughtTwentyAndNinetyMinutesAndTheNextDayWhateverServerRuns() {
    // The second start is to take those whom the first has made for invented.
    sql.sql("insert into demo_marker (began_at, therapists) values (now(), 1)").update();
    var began = clock.instant();
    var id = EpisodeId.random();
    ClientId mira;
    try (var server = start()) {
      var practice = new CarePractice(server);
      mira = practice.clientOf(practice.therapist("Amara | taken 0 of 5"), "Mira");
      server
          .getBean(CryingEpisodes.class)
          .save(mira, id, EpisodeNote.of(began, WhoCried.CLIENT, Setting.ALONE));
      assertAsked(server, MoodMoment.AT_ONCE, began);
    }

    var after20 = began.plus(Duration.ofMinutes(20));
    clock.set(after20);
    try (var server = start()) {
      assertAsked(server, MoodMoment.AFTER_20, after20);
      sql.sql("select id from crying_prompt where moment = 'AFTER_20'")
          .query(UUID.class)
          .list()
          .forEach(server.getBean(PromptAlarm.class)::ring);
      assertThat(told()).as("asked once, even if it rings again").hasSize(2);
      var after90 = began.plus(Duration.ofMinutes(90));
      clock.set(after90.minusSeconds(1));
      look(server);
      await().during(Duration.ofMillis(300)).until(() -> told().size() == 2);
      clock.set(after90);
      assertAsked(server, MoodMoment.AFTER_90, after90);
      server.getBean(CryingEpisodes.class).rate(mira, id, MoodMoment.NEXT_DAY, 6);
      clock.set(began.plus(Duration.ofDays(1)));
      await().until(() -> look(server) && left() == 0);
      assertThat(told()).as("who has said it is not asked").hasSize(3);
    }
  }

  private void assertAsked(ConfigurableApplicationContext server, MoodMoment moment, Instant at) {
    var before = told().size();
    await().until(() -> look(server) && told().size() == before + 1);
    assertThat(
            sql.sql("select told_at from crying_prompt where moment = ?")
                .param(moment.name())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single())
        .isEqualTo(at);
    assertThat(told().getLast().toLowerCase(Locale.ROOT))
        .contains("check back", "/check-back/")
        .doesNotContain(CLINICAL);
  }

  private List<String> told() {
    return sql.sql(
            """
            select subject || ' ' || body from notifications_mail
            where subject like '%check back%' order by queued_at
            """)
        .query(String.class)
        .list();
  }

  private int left() {
    return sql.sql("select count(*) from timers_task").query(Integer.class).single();
  }

  private static boolean look(ConfigurableApplicationContext server) {
    server.getBean(Scheduler.class).triggerCheckForDueExecutions();
    return true;
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Saltwater.class)
        .profiles("test")
        .initializers(
            (GenericApplicationContext context) -> {
              context.registerBean(
                  "dataSource", DataSource.class, () -> new DelegatingDataSource(database));
              context.registerBean(
                  "testClock", TestClock.class, () -> clock, it -> it.setPrimary(true));
            })
        .run("--server.port=0", "--saltwater.mode=demo", "--saltwater.data=" + FOLDER);
  }
}
