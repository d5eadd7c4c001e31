package org.saltwater.crying.insight;

import java.util.List;
import java.util.Optional;

/// What the hours of many show: both arms, always together, since each may stand behind the other.
///
/// Y is the PHQ-9 total before an hour, C whether tears came to the client in it, and A the mean of
/// their check-in after it.
///
/// @param clients whose hours are in it
/// @param hours of theirs
/// @param withTears of these
/// @param tearsThenTotal C now and Y at the next hour: in points of the PHQ-9, for an hour with
///     tears against one of the same person's without, at the same total before and the same
///     check-in after
/// @param totalThenTears Y now and C at the next hour: how much oftener tears came, from 0 to 1,
// for
///     one point more
public record Arms(
    int clients, int hours, int withTears, Effect tearsThenTotal, Effect totalThenTears) {
  static final int TOTAL = 0;
  static final int TEARS = 1;
  static final int CHECK_IN = 2;
  static final int QUANTITIES = 3;

  static Optional<Arms> of(List<Followed> people) {
    return WithinPerson.fit(people)
        .map(
            it ->
                new Arms(
                    people.size(),
                    people.stream().mapToInt(Followed::hours).sum(),
                    (int) Enough.hoursWith(people, TEARS),
                    it.effect(TEARS, TOTAL),
                    it.effect(TOTAL, TEARS)));
  }
}
