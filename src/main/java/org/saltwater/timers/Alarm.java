package org.saltwater.timers;

import java.util.UUID;

/// A kind of thing that is done at a moment. A module offers each kind as a bean, which must not
/// itself need [Timers].
public interface Alarm {
  /// A stable name of its own, such as `crying.prompt`. Nothing about a person.
  String name();

  /// Does it, a few seconds after its time at the latest while a server runs, else at the next
  /// start. If it throws it is tried again every five minutes; after a crash in the middle it is
  /// done again. So whatever must not happen twice is done in one transaction with a note that it
  /// was.
  ///
  /// @param what the id that was given when it was set
  void ring(UUID what);
}
