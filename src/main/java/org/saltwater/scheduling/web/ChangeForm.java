package org.saltwater.scheduling.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.DatedChange;
import org.saltwater.scheduling.Hours;

/// A dated change as it stands in the form.
///
/// @param kind `away` or `extra`
/// @param first an ISO date
/// @param last an ISO date, or empty for a single day
/// @param hours as people type them; empty for the whole day
public record ChangeForm(
    @Nullable String kind, @Nullable String first, @Nullable String last, @Nullable String hours) {

  static ChangeForm empty() {
    return new ChangeForm("away", "", "", "");
  }

  public boolean isExtra() {
    return "extra".equals(kind);
  }

  /// @param already how many changes are to come
  List<FieldProblem> listProblems(LocalDate today, int already) {
    var problems = new ArrayList<FieldProblem>();
    var begins = date(first);
    if (begins.isEmpty()) {
      problems.add(new FieldProblem("first", "scheduling.change.date"));
    } else if (begins.get().isBefore(today)) {
      problems.add(new FieldProblem("first", "scheduling.change.past"));
    } else if (begins.get().isAfter(today.plusYears(2))) {
      problems.add(new FieldProblem("first", "scheduling.change.far"));
    }
    if (!isBlank(last) && !isExtra()) {
      var ends = date(last);
      if (ends.isEmpty()) {
        problems.add(new FieldProblem("last", "scheduling.change.date"));
      } else if (begins.isPresent() && ends.get().isBefore(begins.get())) {
        problems.add(new FieldProblem("last", "scheduling.change.backwards"));
      } else if (ends.get().isAfter(today.plusYears(3))) {
        problems.add(new FieldProblem("last", "scheduling.change.far"));
      }
    }
    try {
      if (already + Math.max(1, times().size()) > Availability.MOST_CHANGES) {
        problems.add(
            new FieldProblem("hours", "scheduling.hours.too-many", Availability.MOST_CHANGES));
      } else if (isExtra() && times().isEmpty()) {
        problems.add(new FieldProblem("hours", "scheduling.change.hours-needed"));
      }
    } catch (IllegalArgumentException e) {
      problems.add(new FieldProblem("hours", "scheduling.hours.unreadable"));
    }
    return problems;
  }

  /// One change for each stretch of hours.
  ///
  /// @throws IllegalArgumentException if [#listProblems] has any
  List<DatedChange> changes() {
    var begins = date(first).orElseThrow(IllegalArgumentException::new);
    if (isExtra()) {
      return times().stream().<DatedChange>map(it -> new DatedChange.Extra(begins, it)).toList();
    }
    var ends = date(last).orElse(begins);
    var hours = times().isEmpty() ? List.of(Hours.WHOLE_DAY) : times();
    return hours.stream().<DatedChange>map(it -> new DatedChange.Away(begins, ends, it)).toList();
  }

  private List<Hours> times() {
    return HoursText.read(hours == null ? "" : hours);
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    try {
      return isBlank(text) || text == null
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
