package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.AnsweredIntakes;
import org.saltwater.intake.IntakeLinks;
import org.saltwater.intake.IntakeRetention;
import org.saltwater.intake.IntakeToken;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Redacted;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody is in Fiji, where no other test's people are.
@Tag("journey")
@SaltwaterTest
class WaitlistTest {
  @Autowired Waitlist waitlist;
  @Autowired WaitlistRounds rounds;
  @Autowired Matching matching;
  @Autowired Therapists therapists;
  @Autowired Availabilities availabilities;
  @Autowired Intakes intakes;
  @Autowired IntakeLinks links;
  @Autowired IntakeRetention retention;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void fullPractice() {
    jdbc.sql("truncate therapists_profile, matching_waitlist").update();
    therapists.register(Directory.therapist("Ben | licensed DE | taken 1 of 1"));
    var amara = Directory.therapist("Amara | licensed FJ | speaks en | taken 1 of 1");
    therapists.register(amara);
    availabilities.set(amara.id(), Availability.weekly(amara.zone(), "Tue 09:00-17:00"));
    matching.refresh();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whoDeletesTheirAnswersIsInTheLineNoMore() {
    var client = client("languages=en");
    join(client);
    retention.forget(client);
    assertThat(waitlist.find(client)).isEmpty();
    assertThat(waitlist.count()).isZero();
  }

  @Test
  void thePositionCountsOnlyEarlierPeopleWhoNeedTheSame() {
    assertThat(waits("languages=en").position()).isEqualTo(1);
    assertThat(waits("languages=de").position()).isEqualTo(1);
    assertThat(waits("languages=en,de").position()).isEqualTo(3);
    assertThat(waits("languages=en; modalities=PHONE").position()).isEqualTo(1);
    assertThat(waits("languages=en; place=DE").position()).isEqualTo(1);
    assertThat(waits("languages=en; modalities=PHONE,VIDEO").position()).isEqualTo(4);
  }

  @Test
  void joiningAgainKeepsThePlaceAndLeavingMovesOthersUp() {
    var first = client("");
    var second = client("");
    join(first);
    join(second);
    join(first);
    assertThat(waitlist.find(first).orElseThrow().position()).isEqualTo(1);
    waitlist.leave(first);
    assertThat(waitlist.find(first)).isEmpty();
    assertThat(waitlist.find(second).orElseThrow().position()).isEqualTo(1);
  }

  @Test
  void aFreePlaceIsToldToOnePersonAtATimeInTheOrderOfComing() {
    var first = client("languages=de");
    var second = client("");
    var third = client("");
    join(first);
    join(second);
    join(third);
    assertThat(rounds.round()).isZero();

    therapists.releasePlace(Directory.idOf("Amara"));
    matching.refresh();
    assertThat(rounds.round()).isEqualTo(1);
    assertThat(waitlist.find(second).orElseThrow().told()).isTrue();
    assertThat(rounds.round()).isZero();
    assertThat(mailsTo(second)).isEqualTo(1);
    assertThat(mailsTo(first)).isZero();

    clock.advance(Duration.ofHours(49));
    matching.refresh();
    rounds.round();
    assertThat(mailsTo(third)).as("the next one's turn").isEqualTo(1);
    assertThat(mailsTo(second)).as("not the same one for ever").isEqualTo(1);
    clock.advance(Duration.ofHours(49));
    matching.refresh();
    rounds.round();
    assertThat(mailsTo(second)).as("asked again after everyone").isEqualTo(2);
  }

  @Test
  void whoDeletesTheirAnswersLeavesTheLineAndNobodyElseWaitsForThem() {
    var gone = client("");
    var broken = client("");
    var next = client("");
    join(gone);
    join(broken);
    join(next);
    retention.forget(gone);
    assertThat(waitlist.find(gone)).isEmpty();
    // As after a restore from an older copy: the row is there, the key is not.
    vault.destroyKeysOf(broken);
    therapists.releasePlace(Directory.idOf("Amara"));
    matching.refresh();
    assertThat(rounds.round()).isEqualTo(1);
    assertThat(mailsTo(next)).isEqualTo(1);
  }

  @Test
  void theMailOfAFreePlaceOpensTheAnswersOfSomeoneWithoutAnAccountAnywhere() {
    var waiting = client("");
    join(waiting);
    therapists.releasePlace(Directory.idOf("Amara"));
    matching.refresh();
    rounds.round();
    var body =
        jdbc.sql("select body from notifications_mail where recipient = :to")
            .param("to", waiting + "@example.org")
            .query(String.class)
            .single();
    var link = body.replaceAll("(?s).*/begin/link/([\\w-]{43}).*", "$1");
    assertThat(links.spend(new IntakeToken(link)).client()).isEqualTo(waiting);
  }

  @Test
  void theAddressIsNotReadableInTheDatabase() {
    join(client(""));
    var stored =
        jdbc.sql("select coalesce(string_agg(w::text, ''), '') from matching_waitlist w")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain("example.org").contains("FJ");
    var bytes = jdbc.sql("select email from matching_waitlist").query(byte[].class).single();
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("example.org");
  }

  private Waiting waits(String answers) {
    var client = client(answers);
    join(client);
    return waitlist.find(client).orElseThrow();
  }

  private ClientId client(String answers) {
    var client = ClientId.random();
    AnsweredIntakes.answer(intakes, client, "place=FJ; " + answers);
    return client;
  }

  private void join(ClientId client) {
    var answers = intakes.matchingAnswers(Evidence.own(client)).orElseThrow();
    waitlist.join(answers, Optional.of(new Redacted<>(client + "@example.org")));
  }

  private int mailsTo(ClientId client) {
    return jdbc.sql("select count(*) from notifications_mail where recipient = :to")
        .param("to", client + "@example.org")
        .query(Integer.class)
        .single();
  }
}
