package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How what hours with tears went with differed by how supported, and how ashamed, the person felt:
/// points of the PHQ-9 at the next hour, for one more on the scale from 0 to 10.
public record Moderation(int clients, int withTears, Effect bySupport, Effect byShame) {
  private static final int SUPPORT = 3;
  private static final int SHAME = 4;

  /// Of an hour as it is gathered: total, tears, check-in, support, shame; the last two say nothing
  /// without tears.
  static Optional<Moderation> of(List<Followed> people) {
    var support = mean(people, SUPPORT);
    var shame = mean(people, SHAME);
    var middled = people.stream().map(it -> middled(it, support, shame)).toList();
    return WithinPerson.fit(middled)
        .map(
            it ->
                new Moderation(
                    people.size(),
                    (int) Enough.hoursWith(people, Arms.TEARS),
                    it.effect(SUPPORT, Arms.TOTAL),
                    it.effect(SHAME, Arms.TOTAL)));
  }

  private static double mean(List<Followed> people, int quantity) {
    return people.stream()
        .flatMap(it -> it.stretches().stream())
        .flatMap(it -> java.util.Arrays.stream(it.hours()))
        .filter(it -> it[Arms.TEARS] > 0)
        .mapToDouble(it -> it[quantity])
        .average()
        .orElse(0);
  }

  /// Where the middle lies changes nothing in what is found; it keeps the numbers small.
  private static Followed middled(Followed person, double support, double shame) {
    var stretches = new ArrayList<Stretch>();
    for (var stretch : person.stretches()) {
      var hours = new double[stretch.hours().length][];
      for (var i = 0; i < hours.length; i++) {
        hours[i] = stretch.hours()[i].clone();
        hours[i][SUPPORT] = hours[i][Arms.TEARS] * (hours[i][SUPPORT] - support);
        hours[i][SHAME] = hours[i][Arms.TEARS] * (hours[i][SHAME] - shame);
      }
      stretches.add(new Stretch(stretch.first(), hours));
    }
    return new Followed(stretches);
  }
}
