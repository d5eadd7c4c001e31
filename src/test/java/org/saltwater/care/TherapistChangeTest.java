package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditRecord;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.matching.MatchResult;
import org.saltwater.scheduling.Appointment;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;

/// What moves when a client goes to another therapist, and what does not.
@SaltwaterTest
@Tag("journey")
class TherapistChangeTest extends ChangingTherapists {
  @Test
  void everythingMovesTogether() {
    practice.appointment(mira, amara, TUESDAY);
    clock.advance(Duration.ofMinutes(5));

    var first = change(mira, Set.of(Scope.QUESTIONNAIRE, Scope.SUMMARY), ben, WEDNESDAY);

    assertThat(first.therapist()).isEqualTo(ben);
    assertThat(first.isBooked()).isTrue();
    assertThat(appointments.listComing(mira))
        .extracting(Appointment::id)
        .containsExactly(first.id());
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(ben);
    assertThat(taken(amara)).isZero();
    assertThat(taken(ben)).isEqualTo(1);
    assertThat(handovers.listFor(mira))
        .singleElement()
        .satisfies(
            handover -> {
              assertThat(handover.parts())
                  .containsExactlyInAnyOrder(Scope.QUESTIONNAIRE, Scope.SUMMARY);
              assertThat(handover.from()).isEqualTo(amara);
              assertThat(handover.to()).isEqualTo(ben);
            });
    assertThat(actions())
        .contains(
            AuditAction.THERAPIST_CHANGED,
            AuditAction.HANDED_OVER,
            AuditAction.ACCESS_CLOSED,
            AuditAction.ACCESS_OPENED);
  }

  @Test
  void whatCannotBeDoneChangesNothing() {
    var change = changes.begin(mira);
    assertRefused(() -> complete(change, ben, WEDNESDAY), "change-unfinished");
    changes.chooseWhatTravels(change.id(), mira, Set.of());

    assertRefused(() -> complete(change, amara, WEDNESDAY), "same-therapist");
    assertRefused(() -> complete(change, ben, "2026-11-25T09:07:00Z"), "slot-not-offered");
    var abroad = practice.therapist("Far | licensed FR");
    assertRefused(() -> complete(change, abroad, WEDNESDAY), "therapist-does-not-fit");
    assertRefused(
        () -> changes.complete(change.id(), mira, ben, Instant.parse(WEDNESDAY), Modality.PHONE),
        "therapist-does-not-fit");
    var other = practice.clientOf(amara, "Other");
    assertRefused(
        () -> changes.complete(change.id(), other, ben, Instant.parse(WEDNESDAY), Modality.VIDEO),
        "not-found");

    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(amara);
    assertThat(appointments.listComing(mira)).isEmpty();
    assertThat(taken(ben)).isZero();

    complete(change, ben, WEDNESDAY);
    assertThat(complete(change, ben, WEDNESDAY).therapist()).as("the same again").isEqualTo(ben);
    assertThat(taken(ben)).isEqualTo(1);
    assertRefused(() -> changes.giveUp(change.id(), mira), "change-already-made");
  }

  @Test
  void theNextMatchesLeaveOutTheOneBeforeAndTakeInWhatWasMissing() {
    var change = changes.begin(mira);
    changes.sayWhatWasMissing(
        change.id(), mira, new Missing(Set.of(Lack.MORE_LISTENING), "She rarely asked back"));

    assertThat(changes.missing(Evidence.own(mira), change).words())
        .isEqualTo("She rarely asked back");
    assertThat(matches.request(change).leftOut()).containsExactly(amara);
    assertThat(matches.request(change).extraWishes())
        .singleElement()
        .satisfies(wish -> assertThat(wish.value()).isEqualTo("PERSON_CENTRED"));
    assertThat(matches.find(change)).isInstanceOf(MatchResult.Found.class);
    var stored =
        sql.sql("select missing from care_therapist_change where id = ?")
            .param(change.id())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("asked", "LISTENING");
  }

  @Test
  void theLogSaysWhyAccessEnded() {
    change(mira, Set.of(), ben, WEDNESDAY);
    therapists.leave(ben, practice.therapist("Carla | taken 0 of 5"), PersonId.random());
    assertThat(
            audit.listFor(mira, null).records().stream()
                .map(AuditRecord::entry)
                .filter(it -> it.action() == AuditAction.ACCESS_CLOSED)
                .map(it -> it.reason().replaceFirst("\\.by:.*", "")))
        .containsExactlyInAnyOrder("therapist-changed", "therapist-left");
  }
}
