package org.saltwater.journal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("progress")
class EntryTextProperties {
  @Property
  void theBeginningIsHowTheTextBeginsAndAllOfAShortOne(@ForAll String said) {
    var text = new EntryText(said);
    if (text.isLong()) {
      var beginning = text.beginning();
      assertThat(beginning).endsWith("…").hasSizeLessThanOrEqualTo(181);
      var shown = beginning.substring(0, beginning.length() - 1);
      assertThat(said.strip().isEmpty() ? "" : said.stripLeading()).startsWith(shown);
      assertThat(shown.isEmpty() || !Character.isHighSurrogate(shown.charAt(shown.length() - 1)))
          .isTrue();
    } else {
      assertThat(text.beginning()).isEqualTo(said);
    }
  }
}
