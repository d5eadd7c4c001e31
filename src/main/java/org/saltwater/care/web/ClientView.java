package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.FurtherReading;
import org.saltwater.care.HowHoursWere;
import org.saltwater.intake.AnsweredIntake;
import org.saltwater.site.Option;

/// What someone may read of a client's record.
///
/// @param ground on what ground, in words
/// @param intake null if there is none, or none within reach
/// @param hours how the newest hours were for the client
/// @param met appointments that are over, the newest first
/// @param brought what came with the client from the therapist before, or null
/// @param further where there is more to read, in other modules
/// @param supervisors whom the reader may ask for; empty if they are not the client's therapist
public record ClientView(
    String id,
    String name,
    String ground,
    @Nullable AnsweredIntake intake,
    List<ScoreLine> scores,
    List<HowHoursWere.Hour> hours,
    List<Met> met,
    @Nullable Brought brought,
    List<FurtherReading.Line> further,
    List<Option> supervisors) {

  public record Met(Instant start, String with) {}

  /// @param band the range it lies in, or empty
  public record ScoreLine(String title, int value, String band) {}

  /// @param messages whether the old conversation travelled
  /// @param summary by the therapist before, or null
  /// @param words the client's own, for the new beginning, or empty
  public record Brought(
      String from,
      Instant at,
      List<String> parts,
      boolean messages,
      @Nullable String summary,
      @Nullable Instant summaryUntil,
      List<String> missed,
      String words) {
    @Override
    public String toString() {
      return "Brought[redacted]";
    }
  }

  @Override
  public String toString() {
    return "ClientView[" + id + ", redacted]";
  }
}
