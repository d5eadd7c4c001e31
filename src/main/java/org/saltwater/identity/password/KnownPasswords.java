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
import org.springframework.util.function.SingletonSupplier;

/// Passwords that attackers try first: the word lists that come with nbvcxz, and, if the operator
/// has one, a file of breached passwords, one a line, named by `saltwater.passwords.breached`.
@Component
class KnownPasswords {
  private static final List<String> LISTS =
      List.of("passwords", "english", "eff_large", "female-names", "male-names", "surnames");

  private final String breached;

  /// Read when somebody first chooses a password, not at every start.
  private final SingletonSupplier<Set<String>> words = SingletonSupplier.of(this::read);

  KnownPasswords(@Value("${saltwater.passwords.breached:}") String breached) {
    this.breached = breached;
    if (!breached.isBlank() && !Files.isReadable(Path.of(breached))) {
      throw new IllegalStateException("the file of breached passwords can't be read");
    }
  }

  boolean contains(String word) {
    return words.obtain().contains(word);
  }

  private Set<String> read() {
    var known = new HashSet<String>(200_000);
    try {
      for (var list : LISTS) {
        try (var lines = listed(list)) {
          lines.lines().map(KnownPasswords::word).forEach(known::add);
        }
      }
      if (!breached.isBlank()) {
        try (var lines = Files.lines(Path.of(breached))) {
          lines.map(KnownPasswords::word).forEach(known::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the known passwords can't be read", e);
    }
    return known;
  }

  private static BufferedReader listed(String list) {
    var stream = KnownPasswords.class.getResourceAsStream("/dictionaries/" + list + ".txt");
    if (stream == null) {
      throw new IllegalStateException("the word list " + list + " is missing");
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /// The lists write some lines as `word,rank`.
  private static String word(String line) {
    var comma = line.lastIndexOf(',');
    var word =
        comma > 0 && line.substring(comma + 1).chars().allMatch(Character::isDigit)
            ? line.substring(0, comma)
            : line;
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
