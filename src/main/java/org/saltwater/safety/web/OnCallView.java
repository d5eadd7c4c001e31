package org.saltwater.safety.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;

/// The rota and the form that adds to it.
///
/// @param now names of those who are there now, joined; empty if nobody is
public record OnCallView(
    String now,
    List<ShiftLine> shifts,
    List<Option> people,
    String person,
    String from,
    String to,
    FormErrors errors) {
  public OnCallView {
    shifts = List.copyOf(shifts);
    people = List.copyOf(people);
  }

  /// One stretch of being on call.
  public record ShiftLine(UUID id, String name, Instant from, Instant to) {}
}
