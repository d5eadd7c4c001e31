package org.saltwater.crying.ladder.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Reads what was typed into a form of the ladder.
final class Typed {
  private Typed() {}

  /// @return null if nothing was typed
  /// @throws Refusal `invalid` if it is no whole number
  static @Nullable Integer number(String field, String typed, String words) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      throw invalid(field, words);
    }
    return Integer.valueOf(text);
  }

  /// @throws Refusal `invalid`
  static <E extends Enum<E>> E one(Class<E> type, String field, String typed, String words) {
    return find(type, typed).orElseThrow(() -> invalid(field, words));
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String typed) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().equals(typed.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /// @throws Refusal `invalid`, beside the day or the time
  static Instant moment(String date, String time, ZoneId zone) {
    LocalDate day;
    try {
      day = LocalDate.parse(date.strip());
    } catch (DateTimeException unreadable) {
      throw invalid("date", "ladder.plan.date.unreadable");
    }
    try {
      return LocalDateTime.of(day, LocalTime.parse(time.strip())).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw invalid("time", "ladder.plan.time.unreadable");
    }
  }

  /// @throws Refusal `invalid` if none was chosen
  static AppointmentId hour(String typed) {
    try {
      return AppointmentId.of(typed);
    } catch (IllegalArgumentException none) {
      throw invalid("hour", "ladder.plan.hour.problem");
    }
  }

  /// A new one unless the form brought its own.
  static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID();
    }
  }

  static Refusal invalid(String field, String words) {
    return new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem(field, words)));
  }
}
