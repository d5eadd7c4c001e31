package org.saltwater.therapists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name as people type it when they search: no accents, no capitals, single spaces.
final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private NameKey() {}

  static String of(String name) {
    var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return SPACES.matcher(bare.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
