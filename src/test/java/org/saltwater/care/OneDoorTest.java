package org.saltwater.care;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.vault.Evidence;

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
