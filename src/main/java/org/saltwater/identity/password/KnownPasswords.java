package org.saltwater.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.Configuration;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Passwords that attackers try first: the word lists that come with nbvcxz, what can be put
/// together from few of their words, and, if the operator has one, a file of breached passwords
/// named by `saltwater.passwords.breached`: one a line, as it is or followed by a comma and how
/// often it was seen, in UTF-8 or, as many old lists are, in Latin-1.
@Component
class KnownPasswords {
  /// zxcvbn's line between what a slow hash protects even after a theft and what it does not
  /// (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016).
  private static final double LEAST_GUESSES = 1e10;

  /// Characters. What is longer is not a handful of words, and takes long to estimate.
  private static final int LONGEST_ESTIMATED = 64;

  /// Milliseconds for finding the best way to take a password apart; a few are usual.
  private static final long PATIENCE = 2_000;

  /// Read when the first password is chosen rather than at every start.
  private final SingletonSupplier<Configuration> lists =
      SingletonSupplier.of(
          () ->
              new ConfigurationBuilder()
                  .setLocale(Locale.ENGLISH)
                  .setCombinationAlgorithmTimeout(PATIENCE)
                  .createConfiguration());

  private final Set<String> breached = new HashSet<>();

  KnownPasswords(@Value("${saltwater.passwords.breached:}") String file) {
    if (!file.isBlank()) {
      // Every byte is a character of this set, so no line of an old list ends the reading.
      try (var lines = Files.lines(Path.of(file), StandardCharsets.ISO_8859_1)) {
        lines.forEach(this::add);
      } catch (IOException e) {
        throw new UncheckedIOException("the file of breached passwords can't be read", e);
      }
    }
  }

  /// @param word in lower case
  boolean contains(String word) {
    return breached.contains(word)
        || lists.obtain().getDictionaries().stream()
            .anyMatch(list -> list.getDictonary().containsKey(word));
  }

  /// Whether it is so few known words, names, rows and years that an attacker who puts them
  /// together gets there in time.
  boolean isPutTogether(String password) {
    return password.codePointCount(0, password.length()) <= LONGEST_ESTIMATED
        && new Nbvcxz(lists.obtain()).estimate(password).getGuesses().doubleValue() < LEAST_GUESSES;
  }

  private void add(String line) {
    var word = plain(line);
    breached.add(word);
    var comma = word.lastIndexOf(',');
    if (comma > 0 && word.substring(comma + 1).matches("\\d+")) {
      breached.add(word.substring(0, comma).strip());
    }
  }

  private static String plain(String line) {
    var utf8 = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    var text = utf8.indexOf('\uFFFD') < 0 ? utf8 : line;
    return PasswordRules.normal(text).strip().toLowerCase(Locale.ROOT);
  }
}
