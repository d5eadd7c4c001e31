package org.saltwater.scheduling;

import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.PersonId;

/// What the calendar asks of whoever lets people set times aside; it stands below them and cannot
/// look.
public interface OwnTimes {
  /// Those that touch this stretch, in order.
  List<OwnTime> listFor(PersonId person, Instant from, Instant to);
}
