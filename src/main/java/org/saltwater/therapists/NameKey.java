package org.saltwater.therapists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A name as people type it when they search: no accents, no capitals, single spaces.
final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// Letters that Unicode does not take apart, as people write them on a keyboard without them.
  private static final Map<String, String> LETTERS =
      Map.of(
          "ð", "d", "đ", "d", "þ", "th", "ø", "o", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "ı",
          "i");

  private NameKey() {}

  static String of(String name) {
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    var key = SPACES.matcher(bare.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    for (var letter : LETTERS.entrySet()) {
      key = key.replace(letter.getKey(), letter.getValue());
    }
    return key;
  }
}
