package org.saltwater.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// A text that stands nowhere else, one for each field, so that wherever it turns up we know who
/// let it out. It is looked for as it was typed and in the forms that programs give to text on the
/// way: hex, base64 in each of its three alignments, UTF-16.
final class Canary {
  /// What must never be found.
  static final Canary SECRET = new Canary("zwitscherqx");

  /// What may be found, because it is kept in the clear on purpose. That it *is* found shows that
  /// the search finds.
  static final Canary OPEN = new Canary("offenwortqx");

  /// For the search to prove itself on.
  static final Canary CONTROL = new Canary("probepiepqx");

  private static final int CONTEXT = 40;

  private final String word;
  private final Pattern numbered;
  private final Map<String, byte[]> forms = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

  private Canary(String word) {
    this.word = word;
    this.numbered = Pattern.compile(word + "(\\d+)q");
    forms.put("as typed", word.getBytes(StandardCharsets.US_ASCII));
    forms.put(
        "in capitals", word.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    forms.put("as UTF-16", word.getBytes(StandardCharsets.UTF_16LE));
    forms.put("as hex", ascii(HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII))));
    for (var before = 0; before < 3; before++) {
      forms.put("as base64 (" + before + ")", base64(before));
    }
  }

  /// The text for a field.
  String in(String field) {
    return word + numbers.computeIfAbsent(field, ignored -> numbers.size() + 1) + "q";
  }

  /// Which fields' texts stand in here as they were typed.
  List<String> heardIn(String text) {
    var found = new ArrayList<String>();
    var matcher = numbered.matcher(text);
    while (matcher.find()) {
      found.add(fieldOf(Integer.parseInt(matcher.group(1))));
    }
    return found;
  }

  /// Each place where it stands, in whatever form, with what is around it.
  List<String> findIn(String source, byte[] bytes) {
    var found = new ArrayList<String>();
    forms.forEach(
        (form, needle) -> {
          for (var at = indexOf(bytes, needle, 0); at >= 0; at = indexOf(bytes, needle, at + 1)) {
            found.add(source + ", " + form + ": " + around(bytes, at, needle.length));
          }
        });
    return found;
  }

  List<String> findIn(String source, String text) {
    return findIn(source, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Field by the number in the text, for reading a finding.
  SortedMap<Integer, String> legend() {
    var legend = new TreeMap<Integer, String>();
    numbers.forEach((field, number) -> legend.put(number, field));
    return legend;
  }

  private String fieldOf(int number) {
    return legend().getOrDefault(number, "?");
  }

  /// The characters of the base64 text that do not depend on what stands before or after.
  private byte[] base64(int before) {
    var padded = new byte[before + word.length()];
    System.arraycopy(word.getBytes(StandardCharsets.US_ASCII), 0, padded, before, word.length());
    var encoded = Base64.getEncoder().withoutPadding().encodeToString(padded);
    var from = before == 0 ? 0 : before + 1;
    return ascii(encoded.substring(from, padded.length * 8 / 6));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String around(byte[] bytes, int at, int length) {
    var from = Math.max(0, at - CONTEXT);
    var to = Math.min(bytes.length, at + length + CONTEXT);
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        .replaceAll("[^ -~]+", ".");
  }

  /// The first place of a needle, looking at its last byte first (Horspool).
  private static int indexOf(byte[] bytes, byte[] needle, int from) {
    var skip = new int[256];
    java.util.Arrays.fill(skip, needle.length);
    for (var i = 0; i < needle.length - 1; i++) {
      skip[needle[i] & 0xff] = needle.length - 1 - i;
    }
    var last = needle.length - 1;
    for (var at = from; at + last < bytes.length; at += skip[bytes[at + last] & 0xff]) {
      var i = last;
      while (i >= 0 && bytes[at + i] == needle[i]) {
        i--;
      }
      if (i < 0) {
        return at;
      }
    }
    return -1;
  }
}
