package org.saltwater.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What people have decided about each field that takes text. A new field fails the build until
/// somebody has decided about it too.
record ReviewedFields(SortedMap<String, Entry> entries) {
  private static final Path FILE = Path.of("src", "test", "resources", "canary", "text-fields.txt");

  enum Fate {
    /// About a client, or told in confidence: never outside the vault's seal.
    SEALED,
    /// Only a hash of it, or something sealed, is kept: passwords, codes, links.
    SECRET,
    /// Read as a number, a day, an id or one of the words we know; anything else is refused and
    /// forgotten.
    READ,
    /// Looked for and forgotten.
    SOUGHT,
    /// Part of an address, which browsers and proxies remember: never about a person.
    ADDRESS,
    /// Kept in the clear on purpose.
    OPEN,
    /// A field on a page, whose text goes where another line says.
    SENT
  }

  record Entry(Fate fate, String why) {}

  static ReviewedFields read() throws IOException {
    var entries = new TreeMap<String, Entry>();
    for (var line : Files.readAllLines(FILE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var cells = line.split("\\s*\\|\\s*", 3);
        if (cells.length < 3 || cells[2].isBlank()) {
          throw new AssertionError("say why: " + line);
        }
        entries.put(cells[0], new Entry(Fate.valueOf(cells[1]), cells[2]));
      }
    }
    return new ReviewedFields(entries);
  }

  Fate fate(String field) {
    var entry = entries.get(field);
    if (entry != null) {
      return entry.fate();
    }
    // Not a text: only a slip puts one there, and what is sent with GET is in the address.
    return field.startsWith("GET ") ? Fate.ADDRESS : Fate.SEALED;
  }

  /// The text to type into a field.
  String canary(String field) {
    return switch (fate(field)) {
      case OPEN, ADDRESS -> Canary.OPEN.in(field);
      case SEALED, SECRET, READ, SOUGHT, SENT -> Canary.SECRET.in(field);
    };
  }

  SortedSet<String> listWith(Fate fate) {
    return entries.entrySet().stream()
        .filter(it -> it.getValue().fate() == fate)
        .map(it -> it.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
