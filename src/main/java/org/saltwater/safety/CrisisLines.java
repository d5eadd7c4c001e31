package org.saltwater.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where to find a person to talk to now, country by country, from `safety/crisis-lines.json`. A
/// number nobody has confirmed is not in it.
@Component
public class CrisisLines {
  /// Good in the EU and many other places; phones turn it into the local emergency call (GSM
  /// 22.101).
  public static final CrisisPlace ELSEWHERE = new CrisisPlace("ZZ", "112", List.of());

  /// Numbers change; after this the build says which to look up again.
  static final Period TRUSTED_FOR = Period.ofDays(180);

  private final List<CrisisPlace> places;

  public CrisisLines() {
    places = read();
  }

  public List<CrisisPlace> list() {
    return places;
  }

  public Optional<CrisisPlace> find(String country) {
    return places.stream().filter(place -> place.country().equals(country)).findFirst();
  }

  /// A country's lines, or at least the number that works in most places.
  public CrisisPlace nearest(String country) {
    return find(country).orElse(ELSEWHERE);
  }

  /// The names of lines that nobody has looked up for longer than [#TRUSTED_FOR].
  public List<String> listStale(LocalDate today) {
    return places.stream()
        .flatMap(place -> place.lines().stream())
        .filter(line -> line.verifiedOn().plus(TRUSTED_FOR).isBefore(today))
        .map(CrisisLine::name)
        .toList();
  }

  private static List<CrisisPlace> read() {
    try (var in = new ClassPathResource("safety/crisis-lines.json").getInputStream()) {
      var mapper =
          JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      return List.of(mapper.readValue(in, PlaceLine[].class)).stream()
          .map(PlaceLine::place)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record PlaceLine(String country, String emergency, List<LineLine> lines) {
    CrisisPlace place() {
      return new CrisisPlace(country, emergency, lines.stream().map(LineLine::line).toList());
    }
  }

  record LineLine(
      String name,
      List<ChannelLine> channels,
      String hours,
      @Nullable Boolean young,
      String source,
      LocalDate verifiedOn) {
    CrisisLine line() {
      return new CrisisLine(
          name,
          channels.stream().map(ChannelLine::channel).toList(),
          hours,
          Boolean.TRUE.equals(young),
          source,
          verifiedOn);
    }
  }

  record ChannelLine(
      CrisisLine.How how, String number, @Nullable String word, @Nullable String dial) {
    CrisisLine.Channel channel() {
      return new CrisisLine.Channel(
          how, number, Optional.ofNullable(word), Optional.ofNullable(dial));
    }
  }
}
