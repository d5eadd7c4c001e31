package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saltwater.intake.TypedAnswers.SHORTEST;
import static org.saltwater.intake.TypedAnswers.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How answers are kept: sealed, found again by a mailed link, forgotten in time.
@SaltwaterTest
@Tag("safety")
class IntakeKeepingTest extends IntakeStories {
  @Autowired IntakeRetention retention;
  @Autowired IntakeLinks links;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  @Test
  void oneThatCannotBeForgottenKeepsNoOtherOne() {
    var stuck = ClientId.random();
    intakes.begin(stuck);
    jdbc.sql(
            """
            create function test_stuck() returns trigger language plpgsql as
              'begin raise exception ''stuck''; end';
            create trigger test_stuck before delete on intake_intake for each row
              when (old.client = '%s') execute function test_stuck();
            """
                .formatted(stuck))
        .update();
    try {
      answer(intakes, client, SHORTEST);
      clock.advance(Duration.ofDays(31));
      retention.forgetLeftAlone();
      assertThat(intakes.find(client)).isEmpty();
      assertThat(intakes.find(stuck)).isPresent();
    } finally {
      jdbc.sql("drop trigger test_stuck on intake_intake; drop function test_stuck").update();
    }
  }

  @Test
  void nothingThatWasAnsweredReachesTheDatabaseInTheClear() {
    answer(intakes, client, SHORTEST);
    intakes.save(client, "own-words", Map.of("own-words", List.of("canary about my brother")));
    var dump =
        new String(
            jdbc.sql("select sealed from intake_intake where client = ?")
                .param(client.value())
                .query(byte[].class)
                .single(),
            StandardCharsets.ISO_8859_1);
    assertThat(dump).doesNotContain("canary", "own-words", "SLEEP", "Berlin");
    assertThat(
            jdbc.sql("select i::text from intake_intake i where client = ?")
                .param(client.value())
                .query(String.class)
                .single())
        .doesNotContain("canary", "own-words", "SLEEP");
    assertThat(readings.find(Evidence.own(client), words()).orElseThrow().parts().toString())
        .doesNotContain("canary");
    assertThat(intakes.get(client).given().first("own-words")).contains("canary about my brother");
  }

  @Test
  void whatNobodyCameBackToIsForgottenAfterThirtyDaysWithItsKey() {
    answer(intakes, client, SHORTEST);
    clock.advance(Duration.ofDays(29));
    retention.forgetLeftAlone();
    assertThat(intakes.find(client)).isPresent();
    clock.advance(Duration.ofDays(2));
    retention.forgetLeftAlone();
    assertThat(intakes.find(client)).isEmpty();
    assertThat(
            jdbc.sql("select wrapped is null from vault_key where owner = ?")
                .param(client.value())
                .query(Boolean.class)
                .list())
        .containsOnly(true);
  }

  @Test
  void aFinishedQuestionnaireOfSomeoneWithAnAccountIsKept() {
    answer(intakes, client, SHORTEST);
    intakes.complete(client);
    people.register(
        new NewPerson(
            client.person(),
            "Kim",
            client + "@example.org",
            Set.of(Role.CLIENT),
            ZoneOffset.UTC,
            new Redacted<>("a long enough sentence")));
    clock.advance(Duration.ofDays(400));
    retention.forgetLeftAlone();
    assertThat(intakes.find(client)).isPresent();
  }

  @Test
  void aMailedLinkWorksOnceAndSaysNothing() {
    links.mail(client, client + "@example.org");
    var body =
        jdbc.sql("select body from notifications_mail where recipient = ?")
            .param(client + "@example.org")
            .query(String.class)
            .single();
    var token = new IntakeToken(body.replaceAll("(?s).*/begin/link/([\\w-]{43}).*", "$1"));
    assertThat(links.isGood(token)).isTrue();
    assertThat(links.spend(token).client()).isEqualTo(client);
    assertThat(links.isGood(token)).isFalse();
    assertThatThrownBy(() -> links.spend(token)).isInstanceOf(Refusal.class);
  }
}
