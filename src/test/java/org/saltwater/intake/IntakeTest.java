package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.saltwater.intake.TypedAnswers.SHORTEST;
import static org.saltwater.intake.TypedAnswers.answer;
import static org.saltwater.intake.TypedAnswers.answers;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.safety.RiskLevel;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.therapists.Directory;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;

/// The questionnaire behind its pages: the way through it, what is kept and what comes out of it.
@SaltwaterTest
@Tag("safety")
class IntakeTest extends IntakeStories {
  @Autowired Instruments instruments;

  @Test
  void whatMatchingNeedsComesOutOfAFinishedQuestionnaire() {
    answer(
        intakes,
        client,
        """
        about-you: adult yes, place US-CA
        consent: consent.answers true, consent.readers true, consent.risk true, consent.not-emergency true
        domains: domains SLEEP FAMILY GRIEF_AND_LOSS
        domains-first: domains.first GRIEF_AND_LOSS
        wish-person: wish.gender.WOMAN MUST, wish.gender.MAN NO_MATTER, wish.age-band.OVER_50 WOULD_LIKE
        wish-experience: wish.specialty.SLEEP MUST
        wish-approach: wish.approach.EMDR MUST_NOT
        how: modalities VIDEO TEXT
        languages: languages en es
        times: zone America/Los_Angeles, times MONDAY-EVENING SUNDAY-MORNING
        """);
    intakes.complete(client);
    assertThat(intakes.matchingAnswers(Evidence.own(client)))
        .contains(
            new MatchingAnswers(
                client,
                new Jurisdiction("US-CA"),
                Set.of("en", "es"),
                List.of(ProblemDomain.GRIEF_AND_LOSS, ProblemDomain.SLEEP, ProblemDomain.FAMILY),
                Set.of(Modality.VIDEO, Modality.TEXT),
                List.of(
                    new Wish(WishKind.GENDER, "WOMAN", Weight.MUST),
                    new Wish(WishKind.AGE_BAND, "OVER_50", Weight.WOULD_LIKE),
                    new Wish(WishKind.SPECIALTY, "SLEEP", Weight.MUST),
                    new Wish(WishKind.APPROACH, "EMDR", Weight.MUST_NOT)),
                Set.of(
                    new DayPart(DayOfWeek.MONDAY, Part.EVENING),
                    new DayPart(DayOfWeek.SUNDAY, Part.MORNING)),
                ZoneId.of("America/Los_Angeles"),
                RiskLevel.LOW));
    assertThatThrownBy(() -> intakes.matchingAnswers(Evidence.own(ClientId.random())).orElseThrow())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void onlyWhatIsNeededIsNeeded() {
    assertThatThrownBy(() -> intakes.complete(client)).isInstanceOf(Refusal.class);
    answer(intakes, client, SHORTEST);
    intakes.complete(client);
    assertThat(flags.listOpenFor(client)).isEmpty();
  }

  @Test
  void aPositivePhq4OpensTheRestOfBothInstrumentsAndAsksNothingTwice() {
    answer(intakes, client, SHORTEST);
    answer(intakes, client, "phq-4: gad-7.1 0, gad-7.2 1, phq-9.1 1, phq-9.2 1");
    assertThat(way()).doesNotContain("phq-9", "gad-7");
    answer(intakes, client, "phq-4: gad-7.1 0, gad-7.2 1, phq-9.1 1, phq-9.2 2");
    assertThat(way()).contains("phq-9", "gad-7");
    answer(
        intakes,
        client,
        """
        phq-9: phq-9.3 1, phq-9.4 1, phq-9.5 1, phq-9.6 1, phq-9.7 1, phq-9.8 1, phq-9.9 0
        gad-7: gad-7.3 1, gad-7.4 1, gad-7.5 1, gad-7.6 1, gad-7.7 1
        """);
    var scores = readings.find(Evidence.own(client), words()).orElseThrow().scores();
    assertThat(scores)
        .filteredOn(score -> Set.of("phq-9", "gad-7").contains(score.instrument()))
        .map(score -> score.instrument() + " " + ((Score.Total) score).value())
        .containsExactlyInAnyOrder("phq-9 9", "gad-7 6");
  }

  @Test
  void somebodysLeavingDoesNotBlankWhatOthersFinished() {
    var ida = Directory.therapist("Ida of the intake | licensed IS");
    therapists.register(ida);
    await().until(() -> places.list().contains(new Jurisdiction("IS")));
    answer(intakes, client, SHORTEST.replace("place DE", "place IS"));
    intakes.complete(client);
    therapists.leave(ida.id(), Directory.idOf("Amara of the intake"), PersonId.random());
    await().until(() -> !places.list().contains(new Jurisdiction("IS")));
    assertThat(intakes.get(client).walk().isComplete()).isTrue();
    assertThat(readings.find(Evidence.own(client), words()).orElseThrow().parts())
        .extracting(AnsweredPart::title)
        .containsExactly("What brings you", "How you want to meet", "Before we begin");
    // Answered anew, it is asked anew.
    intakes.save(client, "about-you", answers("adult yes, place IS"));
    assertThat(way()).containsExactly("about-you", "not-served");
  }

  @Test
  void oneItemLeftOutDoesNotCloseWhatTheOtherOpens() {
    answer(intakes, client, SHORTEST);
    answer(intakes, client, "phq-4: gad-7.1 3, gad-7.2 asked-declined, phq-9.1 0, phq-9.2 0");
    assertThat(way()).contains("phq-9", "gad-7");
    answer(intakes, client, "phq-4: gad-7.1 2, gad-7.2 asked-declined, phq-9.1 0, phq-9.2 0");
    assertThat(way()).doesNotContain("phq-9", "gad-7");
  }

  @Test
  void theLeadInOfAScaleStandsOnlyOverWhatIsScored() {
    var spoken = new QuestionWords(words(), instruments);
    var questionnaire = intakes.get(client).questionnaire();
    for (var page : List.of("trauma", "phq-9-difficulty")) {
      assertThat(spoken.intro(questionnaire.find(page).orElseThrow())).as(page).isEmpty();
    }
    for (var page : List.of("trauma-more", "phq-9", "gad-7", "phq-4")) {
      assertThat(spoken.intro(questionnaire.find(page).orElseThrow())).as(page).isPresent();
    }
  }

  @Test
  void aNewLineCountsOnceAgainstTheLongest() {
    answer(intakes, client, SHORTEST);
    var longest = "line\r\n".repeat(799) + "lines";
    assertThat(intakes.save(client, "own-words", Map.of("own-words", List.of(longest))))
        .isInstanceOf(PageSaved.Kept.class);
  }

  @Test
  void whatNeedsAnotherLookIsNotKeptAndTheRestIs() {
    var saved = intakes.save(client, "about-you", answers("adult yes, place XX"));
    assertThat(saved)
        .isInstanceOfSatisfying(
            PageSaved.AnotherLook.class,
            look -> {
              assertThat(look.problems()).extracting(FieldProblem::field).containsExactly("place");
              assertThat(look.given().get("place")).containsExactly("XX");
            });
    assertThat(intakes.get(client).given().first("adult")).contains("yes");
    assertThat(intakes.get(client).given().first("place")).isEmpty();
  }

  @Test
  void noPageIsAnsweredBeforeWhatIsNeededBeforeIt() {
    assertThatThrownBy(() -> intakes.save(client, "own-words", Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(IntakeProblem.PAGE_NOT_OPEN));
  }

  @Test
  void someoneUnder18OrWhereNobodyIsLicensedComesToAKindEnd() {
    intakes.save(client, "about-you", answers("adult no, place DE"));
    assertThat(way()).containsExactly("about-you", "too-young");
    intakes.save(client, "about-you", answers("adult yes, place NZ"));
    assertThat(way()).containsExactly("about-you", "not-served");
    assertThatThrownBy(() -> intakes.complete(client)).isInstanceOf(Refusal.class);
    intakes.save(client, "about-you", answers("adult yes, place DE"));
    assertThat(way()).hasSizeGreaterThan(20).doesNotContain("too-young", "not-served");
  }

  private List<String> way() {
    return intakes.get(client).walk().groups().stream().map(group -> group.linkId()).toList();
  }
}
