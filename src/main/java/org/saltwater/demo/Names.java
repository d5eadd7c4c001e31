package org.saltwater.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.saltwater.therapists.Gender;

/// Names of many kinds, given in groups so that given name, family name, languages and places of a
/// person go together.
record Names(List<Group> groups) {

  /// @param places codes of [org.saltwater.kernel.Jurisdiction]s
  record Group(
      List<String> languages,
      List<String> places,
      List<String> women,
      List<String> men,
      List<String> either,
      List<String> families) {}

  /// @param gender empty for one who does not tell
  record Named(String name, Optional<Gender> gender, Group group) {}

  static Names read() {
    return new Names(DemoFiles.lines("names.txt").map(Names::group).toList());
  }

  Named draw(RandomGenerator random) {
    var group = pick(groups, random);
    var turn = random.nextInt(20);
    var given = pick(turn < 10 ? group.women : turn < 18 ? group.men : group.either, random);
    Optional<Gender> told =
        random.nextInt(8) == 0
            ? Optional.empty()
            : Optional.of(turn < 10 ? Gender.WOMAN : turn < 18 ? Gender.MAN : Gender.NON_BINARY);
    return new Named(full(given, pick(group.families, random)), told, group);
  }

  /// An address nobody can have: example.org is kept free by RFC 2606.
  static String email(String name, String unique) {
    var plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replace("ß", "ss")
            .replace("ı", "i")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("þ", "th")
            .replaceAll("[^a-z ]", "")
            .strip()
            .replaceAll(" +", ".");
    return plain.substring(0, Math.min(plain.length(), 50)) + "." + unique + "@example.org";
  }

  static <T> T pick(List<T> some, RandomGenerator random) {
    return some.get(random.nextInt(some.size()));
  }

  private static String full(String given, String family) {
    return family.startsWith("<") ? family.substring(1) + " " + given : given + " " + family;
  }

  private static Group group(String line) {
    var parts = line.split(" \\| ", -1);
    return new Group(
        List.of(parts[0].split(",", -1)),
        words(parts[1]),
        words(parts[2]),
        words(parts[3]),
        words(parts[4]),
        words(parts[5]));
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split(" +", -1)).map(word -> word.replace('_', ' ')).toList();
  }
}
