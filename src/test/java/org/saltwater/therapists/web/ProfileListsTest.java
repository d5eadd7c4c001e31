package org.saltwater.therapists.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saltwater.intake.questionnaire.Questionnaires;
import org.saltwater.site.Words;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/// What therapists and coordinators may choose is what clients are asked about.
class ProfileListsTest {
  @Test
  void therapistsSpeakTheLanguagesThatTheQuestionnaireOffers() {
    var asked =
        new Questionnaires()
            .newest("intake")
            .questions()
            .filter(question -> question.linkId().equals("languages"))
            .findFirst()
            .orElseThrow();
    assertThat(ProfileCheck.LANGUAGES).containsExactlyInAnyOrderElementsOf(asked.options());
  }

  @Test
  void licencesAreForPlacesThatClientsCanBeIn() throws Exception {
    var bundles = new ReloadableResourceBundleMessageSource();
    bundles.setBasename("classpath:messages/intake");
    bundles.setDefaultEncoding("UTF-8");
    var words = new Words(bundles, Locale.ENGLISH);
    var parts = new ArrayList<String>();
    try (var in = getClass().getResourceAsStream("/places/zones.json")) {
      var json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Pattern.compile("\"([A-Z]{2}-[A-Z]{2})\"")
          .matcher(json)
          .results()
          .forEach(it -> parts.add(it.group(1)));
    }
    assertThat(parts).hasSizeGreaterThan(50).allMatch(code -> LicencePages.isPlace(code, words));
    assertThat(Stream.of("DE", "US", "FJ")).allMatch(code -> LicencePages.isPlace(code, words));
    assertThat(List.of("US-ZZ", "DE-BY", "XX", "", "US-", "us-ca"))
        .noneMatch(code -> LicencePages.isPlace(code, words));
  }
}
