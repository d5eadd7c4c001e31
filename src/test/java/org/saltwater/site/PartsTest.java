package org.saltwater.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PartsTest {
  @Test
  void oneStylesheetHoldsEveryFileItImports() throws Exception {
    var sheet = Stylesheet.whole(new ClassPathResource("static/css/saltwater.css"));
    assertThat(sheet.getContentAsString(StandardCharsets.UTF_8))
        .contains("--ground:", "@layer parts {", ".button", "@media print")
        .doesNotContain("@import");
  }

  @Test
  void initialsComeFromTheFirstAndTheLastName() {
    assertThat(Initials.of("Amara Okafor")).isEqualTo("AO");
    assertThat(Initials.of(" ana  maria de la Cruz ")).isEqualTo("AC");
    assertThat(Initials.of("Øyvind")).isEqualTo("Ø");
    assertThat(Initials.of("𝒜da Smith-Jones")).isEqualTo("𝒜J");
    assertThat(Initials.of("…")).isEqualTo("·");
  }
}
