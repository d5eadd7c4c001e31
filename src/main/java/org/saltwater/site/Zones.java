package org.saltwater.site;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Time zones to choose from.
public final class Zones {
  private static final String PLACES =
      "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*";

  private Zones() {}

  /// Where people live, by name; the hundreds of old names and fixed offsets are left out.
  ///
  /// @param own stands first, whatever it is
  public static List<Option> around(ZoneId own) {
    return Stream.concat(
            Stream.of(own.getId()),
            ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches(PLACES)).sorted())
        .distinct()
        .map(id -> new Option(id, id.replace('_', ' ')))
        .toList();
  }
}
