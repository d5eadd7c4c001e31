package org.saltwater.identity.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Redacted;
import org.springframework.stereotype.Component;

/// Which passwords are taken: NIST SP 800-63B-4 §3.1.1.2. Fifteen characters, any of them, no rules
/// on their kinds; but none that is known from breaches or put together from a few common words,
/// none that says the person's own name or ours, none that is one short thing over and over.
@Component
public class PasswordRules {
  /// The length when the password may stand alone, as for clients without a second step.
  static final int SHORTEST = 15;

  /// NIST asks for at least 64; this is long enough for any sentence, and bounds the hashing.
  static final int LONGEST = 256;

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789012345678901234567890",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

  private final KnownPasswords known;
  private final String practice;

  PasswordRules(KnownPasswords known, Installation installation) {
    this.known = known;
    this.practice = installation.practice();
  }

  /// The bundle key of what is wrong with a password; empty if it is good.
  ///
  /// @param own words it must not consist of: the person's name and e-mail address
  public Optional<String> problem(Redacted<String> password, List<String> own) {
    var normal = normal(password.value());
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST) {
      return Optional.of("identity.field.password-short");
    }
    if (length > LONGEST) {
      return Optional.of("identity.field.password-long");
    }
    var plain = normal.toLowerCase(Locale.ROOT);
    if (isOwn(plain, own)) {
      return Optional.of("identity.field.password-own");
    }
    return isKnown(plain) || isRepeated(plain) || isRow(plain) || known.isPutTogether(normal)
        ? Optional.of("identity.field.password-known")
        : Optional.empty();
  }

  /// NIST asks that each code point counts once and that the same password typed on another
  /// keyboard is the same password: normalised with NFKC.
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private boolean isKnown(String plain) {
    return known.contains(plain) || known.contains(withoutEnds(plain));
  }

  /// `password-2026!!` is `password`: a known word stays known with figures and marks around it.
  private static String withoutEnds(String plain) {
    return plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
  }

  /// The person's own words, in any order, with anything but letters between them.
  private boolean isOwn(String plain, List<String> own) {
    var rest = plain;
    var words =
        Stream.concat(own.stream(), Stream.of(practice, "saltwater"))
            .flatMap(
                text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .filter(word -> word.length() >= 3)
            .sorted((a, b) -> b.length() - a.length())
            .toList();
    for (var word : words) {
      rest = rest.replace(word, "");
    }
    // What is left decides: a few figures or letters beside one's own name guard nothing.
    return !rest.equals(plain) && rest.replaceAll("[^\\p{L}\\p{N}]", "").length() < 6;
  }

  private boolean isRepeated(String plain) {
    for (int unit = 1; unit <= plain.length() / 2; unit++) {
      var start = plain.substring(0, unit);
      boolean same = start.repeat(plain.length() / unit + 1).startsWith(plain);
      if (same && (unit <= 4 || isKnown(start))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRow(String plain) {
    var backwards = new StringBuilder(plain).reverse().toString();
    return ROWS.stream()
        .map(row -> row + row)
        .anyMatch(row -> row.contains(plain) || row.contains(backwards));
  }
}
