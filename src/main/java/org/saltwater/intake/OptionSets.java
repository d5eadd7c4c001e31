package org.saltwater.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.measures.Instruments;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The codes a question offers, also where they come from a list known elsewhere.
@Component
public class OptionSets {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final Instruments instruments;
  private final Map<String, List<String>> zones;
  private final Set<String> places = new TreeSet<>(List.of(Locale.getISOCountries()));

  OptionSets(Instruments instruments) {
    this.instruments = instruments;
    this.zones = readZones();
    // Where licences are given by the part of a country, the part is asked for.
    zones.keySet().stream().filter(place -> place.contains("-")).forEach(places::add);
    places.removeIf(place -> zones.keySet().stream().anyMatch(z -> z.startsWith(place + "-")));
  }

  /// In the order they are shown.
  ///
  /// @param counting the answers that count, for options that depend on them
  public List<String> list(Question question, Responses counting) {
    return question
        .optionSet()
        .map(set -> listSet(set, counting))
        .or(() -> question.instrument().map(id -> choices(id, question.linkId())))
        .orElse(question.options());
  }

  /// Where clocks run in a place, the most likely one first.
  public List<String> zones(String place) {
    return zones.getOrDefault(place, List.of("UTC"));
  }

  private List<String> listSet(String set, Responses counting) {
    return switch (set) {
      case "places" -> List.copyOf(places);
      case "zones" -> zonesFrom(counting);
      case "weights" -> Arrays.stream(Weight.values()).map(Weight::name).toList();
      case "weights-up" ->
          Stream.of(Weight.values())
              .filter(weight -> weight != Weight.MUST_NOT)
              .map(Weight::name)
              .toList();
      case "day-parts" ->
          Stream.of(DayOfWeek.values())
              .flatMap(day -> Stream.of(Part.values()).map(part -> day + "-" + part))
              .toList();
      default -> counting.get(set.substring("answers:".length()));
    };
  }

  /// The place's own zones first; then all others, for someone far from home.
  private List<String> zonesFrom(Responses counting) {
    var likely = counting.first("place").map(this::zones).orElse(List.of());
    return Stream.concat(
            likely.stream(),
            zones.values().stream().flatMap(List::stream).sorted().filter(ZONES::contains))
        .distinct()
        .toList();
  }

  private List<String> choices(String instrument, String item) {
    return instruments.get(instrument).item(item).choices().stream()
        .map(choice -> String.valueOf(choice.value()))
        .toList();
  }

  private static Map<String, List<String>> readZones() {
    try (var in = new ClassPathResource("places/zones.json").getInputStream()) {
      return JsonMapper.shared().readValue(in, new TypeReference<Map<String, List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
