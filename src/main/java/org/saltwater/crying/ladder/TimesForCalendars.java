package org.saltwater.crying.ladder;

import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.scheduling.OwnTime;
import org.saltwater.scheduling.OwnTimes;
import org.springframework.stereotype.Component;

/// Answers what a client has set aside, as times and no more. While the ladder rests there are
// none.
@Component
class TimesForCalendars implements OwnTimes {
  private final RepetitionRows rows;

  TimesForCalendars(RepetitionRows rows) {
    this.rows = rows;
  }

  @Override
  public List<OwnTime> listFor(PersonId person, Instant from, Instant to) {
    return rows.listPlanned(ClientId.of(person), from, to).stream()
        .map(it -> new OwnTime(it.id(), it.start(), it.end(), "/ladder/times/" + it.id()))
        .toList();
  }
}
