package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.saltwater.intake.Answering.SHORTEST;
import static org.saltwater.intake.Answering.answer;
import static org.saltwater.intake.Answering.answers;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.site.Words;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The questionnaire behind its pages: what is kept, sealed, raised and forgotten.
@SaltwaterTest
@Tag("safety")
class IntakeTest {
  @Autowired Intakes intakes;
  @Autowired IntakeReadings readings;
  @Autowired IntakeRetention retention;
  @Autowired IntakeLinks links;
  @Autowired PlacesServed places;
  @Autowired RiskFlags flags;
  @Autowired People people;
  @Autowired Therapists therapists;
  @Autowired MessageSource bundles;
  @Autowired Instruments instruments;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final ClientId client = ClientId.random();

  @BeforeEach
  void someoneIsLicensedInGermanyAndCalifornia() {
    clock.reset();
    var amara = Directory.therapist("Amara of the intake | licensed DE US-CA");
    if (therapists.find(amara.id()).isEmpty()) {
      therapists.register(amara);
    }
    await().until(() -> places.list().contains(new Jurisdiction("DE")));
    intakes.begin(client);
  }

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
    assertThat(readings.find(Evidence.own(client), words()).orElseThrow().parts()).hasSize(3);
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
  void aNewLineCountsOnceAgainstTheLongest() {
    answer(intakes, client, SHORTEST);
    var longest = "line\r\n".repeat(799) + "lines";
    assertThat(intakes.save(client, "own-words", Map.of("own-words", List.of(longest))))
        .isInstanceOf(PageSaved.Kept.class);
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

  private List<String> way() {
    return intakes.get(client).walk().groups().stream().map(group -> group.linkId()).toList();
  }

  private Words words() {
    return new Words(bundles, Locale.ENGLISH);
  }
}
