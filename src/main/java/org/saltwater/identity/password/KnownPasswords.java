package org.saltwater.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Passwords that attackers try first: the word lists that come with nbvcxz, and, if the operator
/// has one, a file of breached passwords, one a line, named by `saltwater.passwords.breached`.
@Component
class KnownPasswords {
  private static final List<String> LISTS =
      List.of("passwords", "english", "eff_large", "female-names", "male-names", "surnames");

  private final Set<String> words = new HashSet<>(200_000);

  KnownPasswords(@Value("${saltwater.passwords.breached:}") String breached) {
    for (var list : LISTS) {
      var stream = KnownPasswords.class.getResourceAsStream("/dictionaries/" + list + ".txt");
      if (stream == null) {
        throw new IllegalStateException("the word list " + list + " is missing");
      }
      try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        lines.lines().forEach(this::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (!breached.isBlank()) {
      try (var lines = Files.lines(Path.of(breached))) {
        lines.forEach(this::add);
      } catch (IOException e) {
        throw new UncheckedIOException("the file of breached passwords can't be read", e);
      }
    }
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /// The lists write some lines as `word,rank`.
  private void add(String line) {
    var comma = line.lastIndexOf(',');
    var word =
        comma > 0 && line.substring(comma + 1).chars().allMatch(Character::isDigit)
            ? line.substring(0, comma)
            : line;
    words.add(word.strip().toLowerCase(Locale.ROOT));
  }
}
