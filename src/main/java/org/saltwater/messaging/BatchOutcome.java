package org.saltwater.messaging;

import java.util.ArrayList;
import java.util.List;

/// What one committed flush comes to. Nothing in it is said to anyone before the commit has
/// succeeded.
///
/// @param held those whose conversation someone else has locked, in their order: to be tried again
record BatchOutcome(
    List<Taken> taken, List<Refused> refused, List<Message> stored, List<Pending> held) {
  record Taken(Pending pending, Receipt receipt) {}

  record Refused(Pending pending, RuntimeException why) {}

  static BatchOutcome empty() {
    return new BatchOutcome(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void take(Pending pending, Receipt receipt) {
    taken.add(new Taken(pending, receipt));
  }

  void refuse(Pending pending, RuntimeException why) {
    refused.add(new Refused(pending, why));
  }
}
