package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;

/// A therapist's or supervisor's clients, by name only.
public record ClientsView(List<Line> own, List<Line> others) {
  /// @param kind `deputy`, `supervision`, `on_call`, or empty for a client of one's own
  public record Line(String id, String name, Instant since, String kind) {}
}
