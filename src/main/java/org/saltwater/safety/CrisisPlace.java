package org.saltwater.safety;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A country's emergency number and crisis lines.
///
/// @param country ISO 3166-1, two letters
/// @param emergency what to dial when life is in danger
public record CrisisPlace(String country, String emergency, List<CrisisLine> lines) {
  public CrisisPlace {
    lines = List.copyOf(lines);
  }

  public String name(Locale reader) {
    return Locale.of("", country).getDisplayCountry(reader);
  }

  /// Those for young people first or last.
  public List<CrisisLine> inOrder(boolean young) {
    return lines.stream().sorted(Comparator.comparing(line -> line.young() != young)).toList();
  }

  /// Without the lines for children and young people.
  public CrisisPlace forAdults() {
    return new CrisisPlace(
        country, emergency, lines.stream().filter(line -> !line.young()).toList());
  }

  /// False where no country is meant, see [CrisisLines#ELSEWHERE].
  public boolean isKnown() {
    return !country.equals("ZZ");
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }

  public String emergencyLink() {
    return "tel:" + emergency;
  }
}
