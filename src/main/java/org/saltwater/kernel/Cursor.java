package org.saltwater.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal.FieldProblem;

/// How far a program has read in a list of the API: behind the entry that stood at this moment with
/// this id. Unlike a page number it stays right while entries come and go before it.
public record Cursor(Instant at, UUID id) {
  /// How many entries an answer carries at most.
  public static final int PAGE = 50;

  /// The ids break ties as the store orders them, which compares their bytes without a sign.
  private static final Comparator<Cursor> OLDEST_FIRST =
      Comparator.comparing(Cursor::at).thenComparing(it -> it.id().toString());

  /// @param next the cursor of the page after; null on the last
  public record Part<T>(List<T> entries, @Nullable String next) {
    public <U> List<U> map(Function<T, U> how) {
      return entries.stream().map(how).toList();
    }
  }

  /// One page of a list, the oldest (or soonest) first.
  ///
  /// @param text `next` of the page before; empty for the first
  /// @throws Refusal `invalid` if this is no cursor of ours
  public static <T> Part<T> page(List<T> all, String text, Function<T, Cursor> place) {
    var after = text.isEmpty() ? null : read(text);
    var left =
        all.stream()
            .sorted(Comparator.comparing(place, OLDEST_FIRST))
            .filter(it -> after == null || OLDEST_FIRST.compare(place.apply(it), after) > 0)
            .limit(PAGE + 1L)
            .toList();
    return left.size() <= PAGE
        ? new Part<>(left, null)
        : new Part<>(left.subList(0, PAGE), place.apply(left.get(PAGE - 1)).toString());
  }

  private static Cursor read(String text) {
    try {
      var parts = text.split("_", 2);
      if (parts.length == 2) {
        return new Cursor(
            Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
            UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
      throw refusal();
    }
    throw refusal();
  }

  private static Refusal refusal() {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem("cursor", "problem.field.other")));
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
  }
}
