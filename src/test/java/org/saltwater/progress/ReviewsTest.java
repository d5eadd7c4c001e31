package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.progress.Review.Prompt;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a therapist looked at, who reads it, and the client's note for the next hour.
@SaltwaterTest
@Tag("progress")
class ReviewsTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Reviews reviews;
  @Autowired Agenda agenda;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;

  @BeforeEach
  void inCare() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
  }

  @Test
  void whatWasLookedAtIsKeptWithItsDayAndSealed() {
    var id = UUID.randomUUID();
    keep(id, Set.of(Prompt.ALLIANCE, Prompt.SUPPORT), "Canary: asked about the flat");
    keep(id, Set.of(Prompt.MOTIVATION), "sent again");
    clock.advance(Duration.ofDays(7));
    keep(UUID.randomUUID(), Set.of(Prompt.LIFE_EVENTS), "");

    var kept = reviews.list(access.toRead(practice.signedIn(amara), mira, Scope.SCORES));
    assertThat(kept)
        .extracting(Review::looked)
        .containsExactly(Set.of(Prompt.LIFE_EVENTS), Set.of(Prompt.ALLIANCE, Prompt.SUPPORT));
    assertThat(kept.getLast().note()).isEqualTo("Canary: asked about the flat");
    assertThat(reviews.list(Evidence.own(mira)))
        .as("the note is its writer's")
        .allMatch(it -> it.note().isEmpty());
    var stored =
        jdbc.sql("select sealed from progress_review where id = ?")
            .param(id)
            .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .single();
    assertThat(stored).doesNotContain("Canary").doesNotContain("ALLIANCE");
  }

  @Test
  void onlyTheClientsTherapistKeepsOneAndOnlyWithSomethingTicked() {
    var ben = practice.therapist("Ben | taken 0 of 5");
    var id = UUID.randomUUID();
    assertThatThrownBy(
            () -> reviews.keep(practice.signedIn(ben), mira, id, Set.of(Prompt.SUPPORT), ""))
        .hasMessage("not-found");
    assertThatThrownBy(() -> keep(id, Set.of(), "a note")).isInstanceOf(Refusal.class);
    keep(id, Set.of(Prompt.SUPPORT), "");
    var noor = practice.clientOf(amara, "Noor");
    assertThatThrownBy(
            () -> reviews.keep(practice.signedIn(amara), noor, id, Set.of(Prompt.SUPPORT), ""))
        .as("another client's")
        .hasMessage("not-found");
  }

  @Test
  void aNoteWithoutATickIsAskedForAgainAndWhatWasTypedStands() {
    var page =
        new Visit(port)
            .call(
                "POST",
                "/clients/" + mira + "/reviews",
                "application/x-www-form-urlencoded",
                "id=" + UUID.randomUUID() + "&note=what+was+typed",
                "Authorization",
                practice.bearer(amara));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("Please tick what you looked at.", "what was typed");
  }

  @Test
  void theNoteForTheNextHourIsReadByTheTherapistAndByNobodyElse() {
    agenda.save(mira, " Canary: my brother ");
    agenda.save(mira, "Canary: my sister");
    assertThat(agenda.find(access.toRead(practice.signedIn(amara), mira, Scope.MESSAGES)))
        .map(Agenda.Note::words)
        .contains("Canary: my sister");
    assertThatThrownBy(
            () -> agenda.find(access.toRead(practice.signedIn(amara), mira, Scope.SCORES)))
        .isInstanceOf(Refusal.class);
    var ben = practice.therapist("Ben | taken 0 of 5");
    assertThatThrownBy(() -> access.toRead(practice.signedIn(ben), mira, Scope.MESSAGES))
        .hasMessage("not-found");
    assertThat(
            jdbc.sql("select count(*) from progress_agenda where client = ?")
                .param(mira.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);

    agenda.save(mira, "  ");
    assertThat(agenda.hasNote(mira)).isFalse();
    assertThatThrownBy(() -> agenda.save(mira, "x".repeat(Agenda.MOST_CHARACTERS + 1)))
        .isInstanceOf(Refusal.class);
  }

  private void keep(UUID id, Set<Prompt> looked, String note) {
    reviews.keep(practice.signedIn(amara), mira, id, looked, note);
  }
}
