package org.saltwater;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.saltwater.site.SeeOther;
import org.springframework.web.servlet.view.RedirectView;

/// A form that was taken leads on with 303 (RFC 9110 §15.4.4). The framework's own ways to lead on
/// answer 302, which leaves it to the browser whether to post again, so nobody uses them.
class FormAnswersTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  @Test
  void nobodyLeadsOnByTheFrameworksPrefix() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      var found = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(found).hasSizeGreaterThan(100);
      assertThat(found).noneMatch(FormAnswersTest::hasPrefix);
    }
  }

  @Test
  void onlySeeOtherMakesTheRedirect() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Saltwater.class);
    noClasses()
        .that()
        .doNotBelongToAnyOf(SeeOther.class)
        .should()
        .callConstructorWhere(
            JavaCall.Predicates.target(With.owner(assignableTo(RedirectView.class))))
        .because("a view made elsewhere answers 302")
        .check(ours);
  }

  private static boolean hasPrefix(Path file) {
    try {
      return Files.readString(file).contains("\"redirect:");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
