package org.saltwater.matching;

import java.time.Instant;
import java.util.List;

/// A therapist as they are introduced to one client, in words; `matching/introduction.jte` shows
/// it.
///
/// @param line who they are in one line
/// @param reasons what fits, then what does not
/// @param when the first free hour, on the client's clock
/// @param bookAddress where that hour is booked
/// @param parts how the order came about, for who wants to know
public record Introduction(
    String therapist,
    String name,
    String line,
    List<Line> reasons,
    Instant soonest,
    String when,
    String zone,
    String how,
    String bookAddress,
    String timesAddress,
    List<Part> parts) {

  /// A sentence, and whether it speaks for the therapist.
  public record Line(String text, boolean isMet) {}

  /// One part of what decided the order.
  ///
  /// @param words how much it speaks for the therapist
  /// @param share the same as a bar, 0 to 100
  public record Part(String label, String words, int share) {}

  @Override
  public String toString() {
    return "Introduction[" + therapist + ", redacted]";
  }
}
