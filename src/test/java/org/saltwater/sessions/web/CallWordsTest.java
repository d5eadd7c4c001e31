package org.saltwater.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The scripts find each of their words on the page.
@Tag("room")
class CallWordsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/static/js/room");
  private static final Path BUNDLE = Path.of("src/main/resources/messages/sessions.properties");
  private static final Pattern ASKED = Pattern.compile("say\\(\"([\\w.-]+)\"\\)");

  @Test
  void whatAScriptSaysIsInTheBundleAndComesWithThePage() throws IOException {
    var words = new Properties();
    try (var bundle = Files.newBufferedReader(BUNDLE, StandardCharsets.UTF_8)) {
      words.load(bundle);
    }
    var brought = Stream.concat(CallWords.KEYS.stream(), CallWords.CHECK_KEYS.stream()).toList();
    assertThat(brought)
        .doesNotHaveDuplicates()
        .allMatch(key -> words.containsKey("sessions.call." + key));
    assertThat(brought).containsAll(asked());
  }

  private static TreeSet<String> asked() throws IOException {
    var asked = new TreeSet<String>();
    try (var scripts = Files.list(SCRIPTS)) {
      for (var script : scripts.toList()) {
        ASKED.matcher(Files.readString(script)).results().forEach(each -> asked.add(each.group(1)));
      }
    }
    return asked;
  }
}
