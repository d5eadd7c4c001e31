package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saltwater.intake.TypedAnswers.SHORTEST;
import static org.saltwater.intake.TypedAnswers.answer;
import static org.saltwater.intake.TypedAnswers.answers;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskLevel;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Evidence;

/// Any answer about hurting oneself shows help at once and brings a human.
@SaltwaterTest
@Tag("safety")
class IntakeRiskTest extends IntakeStories {
  @Test
  void anyAnswerAboutHurtingOneselfShowsHelpAndBringsAHumanAndTheWayGoesOn() {
    answer(intakes, client, SHORTEST);
    var no =
        (PageSaved.Kept) answer(intakes, client, "self-harm: self-harm.recent 0, self-harm.past 0");
    assertThat(no.help()).isFalse();
    var declined =
        (PageSaved.Kept) answer(intakes, client, "self-harm: self-harm.recent asked-declined");
    assertThat(declined.help()).isFalse();
    assertThat(flags.listOpenFor(client)).isEmpty();

    var yes = (PageSaved.Kept) answer(intakes, client, "self-harm: self-harm.recent 1");
    assertThat(yes.help()).isTrue();
    assertThat(yes.next()).isPresent();
    assertThat(flags.listOpenFor(client))
        .extracting(RiskFlag::level)
        .containsExactly(RiskLevel.MODERATE);
    var same = (PageSaved.Kept) answer(intakes, client, "self-harm: self-harm.recent 1");
    assertThat(same.help()).as("said once").isFalse();

    answer(intakes, client, "phq-4: gad-7.1 3, gad-7.2 3, phq-9.1 0, phq-9.2 0");
    var item9 = (PageSaved.Kept) answer(intakes, client, "phq-9: phq-9.9 3");
    assertThat(item9.help()).isTrue();
    assertThat(flags.listOpenFor(client))
        .extracting(RiskFlag::level)
        .containsExactlyInAnyOrder(RiskLevel.HIGH, RiskLevel.MODERATE);
    intakes.complete(client);
    assertThat(intakes.matchingAnswers(Evidence.own(client)).orElseThrow().risk())
        .isEqualTo(RiskLevel.HIGH);
  }

  @Test
  void aSlipElsewhereOnThePageKeepsNoHumanAway() {
    answer(intakes, client, SHORTEST);
    var slip =
        (PageSaved.AnotherLook)
            intakes.save(
                client, "self-harm", answers("self-harm.recent 3, self-harm.past nonsense"));
    assertThat(slip.help()).isTrue();
    assertThat(flags.listOpenFor(client))
        .extracting(RiskFlag::level)
        .containsExactly(RiskLevel.HIGH);
  }

  @Test
  void namingItAmongTheReasonsIsAnAnswerAboutHurtingOneself() {
    answer(intakes, client, SHORTEST);
    var named =
        (PageSaved.Kept)
            answer(
                intakes, client, "domains: domains LOW_MOOD SELF_HARM_AND_SUICIDAL_THOUGHTS SLEEP");
    assertThat(named.help()).isTrue();
    assertThat(flags.listOpenFor(client))
        .extracting(RiskFlag::level)
        .containsExactly(RiskLevel.MODERATE);
    var more =
        (PageSaved.Kept)
            answer(intakes, client, "domains: domains SELF_HARM_AND_SUICIDAL_THOUGHTS SLEEP");
    assertThat(more.help()).as("said once").isFalse();
    intakes.complete(client);
    assertThat(intakes.matchingAnswers(Evidence.own(client)).orElseThrow().risk())
        .isEqualTo(RiskLevel.MODERATE);
  }
}
