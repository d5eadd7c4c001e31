package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;

/// What of a client’s record reaches the next therapist, and what the one before may add.
@SaltwaterTest
@Tag("journey")
class HandoverTest extends ChangingTherapists {
  @Test
  void theOneBeforeReadsNothingAnyMoreAndTheNextReadsExactlyWhatWasChosen() {
    assertThat(mayRead(amara)).containsExactlyElementsOf(ofARecord());
    clock.advance(Duration.ofMinutes(5));
    change(mira, Set.of(Scope.QUESTIONNAIRE), ben, WEDNESDAY);

    assertThat(mayRead(amara)).isEmpty();
    assertThatThrownBy(() -> access.toRead(practice.signedIn(amara), mira, Scope.QUESTIONNAIRE))
        .hasMessage("not-found");
    assertThat(actions()).contains(AuditAction.REFUSED);

    var before = clock.instant().minusSeconds(60);
    for (var scope : ofARecord()) {
      var evidence = access.toRead(practice.signedIn(ben), mira, scope);
      assertThat(evidence.covers(scope, before))
          .as("what was there before the change, of %s", scope)
          .isEqualTo(scope == Scope.QUESTIONNAIRE);
      assertThat(evidence.covers(scope, clock.instant().plusSeconds(1))).isTrue();
    }
    var read = intakes.findFor(access.toRead(practice.signedIn(ben), mira, Scope.QUESTIONNAIRE));
    assertThat(read.orElseThrow().given().values().get("own-words"))
        .containsExactly("I miss the lighthouse keeper");
  }

  @Test
  void aQuestionnaireThatWasNotHandedOverStaysClosedToTheNext() {
    clock.advance(Duration.ofMinutes(5));
    change(mira, Set.of(Scope.SCORES), ben, WEDNESDAY);

    assertThat(intakes.findFor(access.toRead(practice.signedIn(ben), mira, Scope.QUESTIONNAIRE)))
        .isEmpty();
  }

  @Test
  void theOneBeforeMayAddASummaryOnceWithinSevenDaysWithoutReadingAnything() {
    change(mira, Set.of(Scope.SUMMARY), ben, WEDNESDAY);
    var handover = handovers.listAwaitingSummary(amara).getFirst();
    assertRefused(() -> handovers.addSummary(handover.id(), ben, "not mine"), "not-found");

    handovers.addSummary(handover.id(), amara, "We worked on grief for a year.");

    assertRefused(() -> handovers.addSummary(handover.id(), amara, "once more"), "summary-closed");
    assertThat(handovers.listAwaitingSummary(amara)).isEmpty();
    assertThat(mayRead(amara)).isEmpty();
    var byBen = access.toRead(practice.signedIn(ben), mira, Scope.SUMMARY);
    assertThat(handovers.findSummary(byBen, handover)).contains("We worked on grief for a year.");
    assertThat(handovers.findSummary(Evidence.own(mira), handover)).isPresent();
  }

  @Test
  void aSummaryThatWasNotWantedOrComesTooLateIsNotTaken() {
    change(mira, Set.of(Scope.SUMMARY), ben, WEDNESDAY);
    var late = handovers.listAwaitingSummary(amara).getFirst();
    var jonas = practice.clientOf(amara, "Jonas");
    change(jonas, Set.of(Scope.QUESTIONNAIRE), ben, "2026-11-25T13:00:00Z");
    var unwanted = handovers.listFor(jonas).getFirst();
    assertRefused(() -> handovers.addSummary(unwanted.id(), amara, "text"), "summary-closed");

    clock.advance(Duration.ofDays(7));
    assertRefused(() -> handovers.addSummary(late.id(), amara, "text"), "summary-closed");
  }

  @Test
  void whatTheClientKeptFromTheSecondTherapistTheThirdDoesNotGetEither() {
    practice.appointment(mira, amara, TUESDAY);
    clock.advance(Duration.ofDays(2));
    change(mira, Set.of(), ben, "2026-11-26T09:00:00Z");
    var withAmara = clock.instant().minus(Duration.ofHours(1));
    clock.advance(Duration.ofDays(2));
    var withBen = clock.instant().minus(Duration.ofHours(1));
    var carla = practice.therapist("Carla | taken 0 of 5");
    change(mira, Set.of(Scope.MESSAGES, Scope.APPOINTMENTS), carla, "2026-12-02T09:00:00Z");

    for (var scope : List.of(Scope.MESSAGES, Scope.APPOINTMENTS)) {
      var evidence = access.toRead(practice.signedIn(carla), mira, scope);
      assertThat(evidence.covers(scope, withBen)).isTrue();
      assertThat(evidence.covers(scope, withAmara)).isFalse();
    }
  }

  @Test
  void howToReachSomeoneOpensNothingElse() {
    var evidence = access.toReach(practice.signedIn(amara), mira);
    assertThat(evidence.covers(Scope.CONTACT)).isTrue();
    assertRefused(() -> intakes.findFor(evidence), "not-allowed");
    var change = changes.begin(mira);
    assertRefused(
        () -> changes.chooseWhatTravels(change.id(), mira, Set.of(Scope.CONTACT)), "invalid");
  }

  private static List<Scope> ofARecord() {
    return java.util.Arrays.stream(Scope.values()).filter(it -> it != Scope.CONTACT).toList();
  }
}
