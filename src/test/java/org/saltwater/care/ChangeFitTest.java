package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.testing.SaltwaterTest;

/// To whom a change may lead: what holds for a first booking holds for the next one.
@SaltwaterTest
@Tag("journey")
class ChangeFitTest extends ChangingTherapists {
  @Test
  void nobodyWithoutALanguageInCommon() {
    var fleur = practice.therapist("Fleur | speaks fr");
    assertThat(refusalOf("Fleur", () -> change(mira, Set.of(), fleur, WEDNESDAY)))
        .isEqualTo("therapist-does-not-fit");
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(amara);
  }

  @Test
  void nobodyWhoMustNotBeAndNobodyWhoHasNotSaidWhatMustBe() {
    var max = practice.therapist("Max | man");
    wish("wish.gender.MAN", "MUST_NOT");
    assertThat(refusalOf("Max", () -> change(mira, Set.of(), max, WEDNESDAY)))
        .isEqualTo("therapist-does-not-fit");
    wish("wish.gender.MAN", "NO_MATTER");
    wish("wish.gender.WOMAN", "MUST");
    assertThat(refusalOf("Ben", () -> change(mira, Set.of(), ben, WEDNESDAY)))
        .isEqualTo("therapist-does-not-fit");
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(amara);

    var noa = practice.therapist("Noa | woman");
    change(mira, Set.of(), noa, WEDNESDAY);
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(noa);
  }

  @Test
  void nobodyWhoMeetsInNoneOfTheWaysTheClientChose() {
    var tess = practice.therapist("Tess | by text");
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of());
    assertThat(
            refusalOf(
                "Tess",
                () ->
                    changes.complete(
                        change.id(), mira, tess, Instant.parse(WEDNESDAY), Modality.TEXT)))
        .isEqualTo("therapist-does-not-fit");
  }

  @Test
  void whoStaysWithTheDeputyTheyKnowIsNotAskedForMore() {
    var fleur = practice.therapist("Fleur | speaks fr");
    therapists.leave(amara, fleur, PersonId.random());
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of());
    changes.stay(change.id(), mira);
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(fleur);
  }

  private void wish(String wish, String weight) {
    intakes.save(mira, "wish-person", Map.of(wish, List.of(weight)));
    intakes.complete(mira);
  }

  private static String refusalOf(String whom, Runnable step) {
    try {
      step.run();
      return whom + " was taken";
    } catch (Refusal refusal) {
      return refusal.type().slug();
    }
  }
}
