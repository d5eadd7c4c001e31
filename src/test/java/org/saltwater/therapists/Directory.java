package org.saltwater.therapists;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;

/// Therapists as a table of text. Each row is a name and what matters about it, in any order:
///
/// ```
/// Amara  | licensed DE AT | speaks en de | by video text | for anxiety_and_panic sleep
///        | works schema | woman over_50 | taken 3 of 8 | high risk | paused | in Europe/Berlin
/// ```
///
/// What is not said: licensed DE, speaks en, by video, taken 0 of 5, in Europe/Berlin.
public final class Directory {
  private Directory() {}

  public static List<TherapistProfile> of(String table) {
    return table.lines().filter(line -> !line.isBlank()).map(Directory::therapist).toList();
  }

  public static TherapistProfile therapist(String row) {
    return therapist(idOf(row.split("\\|", -1)[0].strip()), row);
  }

  /// The same for someone who has an id already.
  public static TherapistProfile therapist(TherapistId id, String row) {
    var cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    var said = new LinkedHashMap<String, List<String>>();
    for (var cell : cells.subList(1, cells.size())) {
      var words = Arrays.asList(cell.split("\\s+", -1));
      said.put(words.getFirst(), words.subList(1, words.size()));
    }
    var places = said.getOrDefault("taken", List.of("0", "of", "5"));
    return new TherapistProfile(
        id,
        cells.getFirst(),
        "Psychologist",
        "",
        set(said, "licensed", "DE", Jurisdiction::new),
        set(said, "speaks", "en", word -> word),
        ZoneId.of(said.getOrDefault("in", List.of("Europe/Berlin")).getFirst()),
        set(said, "by", "video", word -> Modality.valueOf(upper(word))),
        set(said, "for", "", word -> ProblemDomain.valueOf(upper(word))),
        set(said, "works", "", word -> Approach.valueOf(upper(word))),
        oneOf(Gender.values(), cells),
        oneOf(AgeBand.values(), cells),
        said.containsKey("high"),
        Integer.parseInt(places.get(2)),
        Integer.parseInt(places.get(0)),
        said.containsKey("paused") ? Standing.PAUSED : Standing.ACTIVE);
  }

  /// The same name is the same person in every test.
  public static TherapistId idOf(String name) {
    return new TherapistId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static <T> Set<T> set(
      Map<String, List<String>> said, String key, String otherwise, Function<String, T> read) {
    var words = said.getOrDefault(key, otherwise.isEmpty() ? List.of() : List.of(otherwise));
    return words.stream().map(read).collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> Optional<E> oneOf(E[] values, List<String> cells) {
    var words =
        cells.subList(1, cells.size()).stream()
            .flatMap(cell -> Stream.of(cell.split("\\s+", -1)))
            .map(Directory::upper)
            .collect(Collectors.toSet());
    return Stream.of(values).filter(value -> words.contains(value.name())).findFirst();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
