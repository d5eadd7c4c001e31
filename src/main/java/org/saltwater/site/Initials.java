package org.saltwater.site;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The letters that stand for a person where there is no picture: of the first and the last name.
public final class Initials {
  private Initials() {}

  public static String of(String name) {
    var words =
        Stream.of(name.strip().split("[\\s-]+"))
            .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
            .toList();
    if (words.isEmpty()) {
      return "·";
    }
    var chosen = words.size() == 1 ? words : java.util.List.of(words.getFirst(), words.getLast());
    return chosen.stream()
        .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
