package org.saltwater.care;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;

@Tag("record")
class OneDoorTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.saltwater");

  @Test
  void onlyTheOneDoorGrantsEvidenceToSomeoneElse() {
    methods()
        .that()
        .areDeclaredIn(Evidence.class)
        .and()
        .haveName("granted")
        .and()
        .arePublic()
        .should()
        .onlyBeCalled()
        .byClassesThat()
        .areAssignableTo(Access.class)
        .because("every read of clinical data passes one door, where the edge is checked")
        .check(CLASSES);
  }

  /// Each has made sure that the client is the one who asks, or works for the client and shows what
  /// it read to nobody else, or only to those who are in an hour with them.
  private static final Set<String> FOR_THE_CLIENT =
      Set.of(
          "org.saltwater.alliance.CheckIns",
          "org.saltwater.care.Access",
          "org.saltwater.care.ChangeFit",
          "org.saltwater.care.ChangeMatches",
          "org.saltwater.care.TherapistLeaving",
          "org.saltwater.care.web.BookingRules",
          "org.saltwater.care.web.ChangePages",
          "org.saltwater.care.web.ChangesApi",
          "org.saltwater.care.web.RecordApi",
          "org.saltwater.care.web.RecordPages",
          "org.saltwater.crying.CryingEpisodes",
          "org.saltwater.crying.insight.HoursReading",
          "org.saltwater.crying.insight.OwnMoments",
          "org.saltwater.crying.TearsInTheHour",
          "org.saltwater.crying.ladder.LadderPauses",
          "org.saltwater.crying.ladder.LadderReading",
          "org.saltwater.crying.ladder.LadderSteps",
          "org.saltwater.crying.ladder.Repetitions",
          "org.saltwater.crying.ladder.web.LadderApi",
          "org.saltwater.crying.ladder.web.LadderStepPages",
          "org.saltwater.crying.ladder.web.RepetitionPages",
          "org.saltwater.crying.web.MomentPages",
          "org.saltwater.crying.web.MomentsApi",
          "org.saltwater.demo.Past",
          "org.saltwater.figures.CaseReading",
          "org.saltwater.intake.Intakes",
          "org.saltwater.journal.EntryRows",
          "org.saltwater.matching.Waitlist",
          "org.saltwater.matching.WaitlistRounds",
          "org.saltwater.matching.web.Seekers",
          "org.saltwater.progress.Goals",
          "org.saltwater.progress.Questions",
          "org.saltwater.progress.web.AgendaApi",
          "org.saltwater.progress.web.AgendaPages",
          "org.saltwater.sessions.Arrivals",
          "org.saltwater.sessions.company.CompanionNames");

  @Test
  void evidenceOfOnesOwnIsMadeOnlyWhereItIsKnownThatItIsOnesOwn() {
    methods()
        .that()
        .areDeclaredIn(Evidence.class)
        .and()
        .haveName("own")
        .should()
        .onlyBeCalled()
        .byClassesThat(
            DescribedPredicate.describe(
                "are on the list", it -> FOR_THE_CLIENT.contains(it.getName())))
        .because("whoever may make it may read everything of anyone: think before you add a name")
        .check(CLASSES);
  }

  @Test
  void aJournalsKeyIsNamedNowhereButWhereItsEntriesAreKept() {
    constructors()
        .that()
        .areDeclaredIn(KeyScope.OfJournal.class)
        .should()
        .onlyBeCalled()
        .byClassesThat(
            DescribedPredicate.describe(
                "keep entries", it -> it.getName().equals("org.saltwater.journal.EntryRows")))
        .because(
            "the client's own evidence is made elsewhere too, and must not open a journal there")
        .check(CLASSES);
  }

  @Test
  void nobodyElseMakesEvidenceInAnotherWay() {
    constructors()
        .that()
        .areDeclaredIn(Evidence.class)
        .should()
        .bePrivate()
        .because("evidence that anyone can make is no evidence")
        .check(CLASSES);
  }
}
