package org.saltwater.library;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an article rests on, with an address if one stands at the end of the line.
///
/// @param address on another website; null if there is none
public record Source(String words, @Nullable String address) {
  private static final Pattern ADDRESS = Pattern.compile("(?:^|\\s)(https://[^\\s<>\"]+)$");

  static Source of(String line) {
    var found = ADDRESS.matcher(line.strip());
    if (!found.find()) {
      return new Source(line, null);
    }
    var words = line.strip().substring(0, found.start()).strip();
    return new Source(words.isEmpty() ? found.group(1) : words, found.group(1));
  }
}
