package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A client's own record: who may read in it, what travelled, and who has read.
///
/// @param readers whoever may read now
/// @param asked supervisors who wait for the client's answer
/// @param handovers newest first
/// @param counted whether the client is counted in the practice's figures; null before they have
///     finished the questionnaire
/// @param older the address of older lines, or null
public record RecordView(
    List<Reader> readers,
    List<Reader> asked,
    List<Handed> handovers,
    @Nullable Boolean counted,
    List<RecordLine> lines,
    @Nullable String older,
    boolean first) {

  /// @param kind the ground in words
  /// @param why the reason in words, or empty
  /// @param canEnd whether the client can end it here
  public record Reader(
      UUID id,
      String name,
      String kind,
      String why,
      Instant since,
      Optional<Instant> until,
      boolean canEnd) {}

  /// @param summary what the therapist before wrote, or null
  /// @param summaryUntil until when they may still write it, or null
  public record Handed(
      String from,
      String to,
      Instant at,
      List<String> parts,
      @Nullable String summary,
      @Nullable Instant summaryUntil) {
    @Override
    public String toString() {
      return "Handed[redacted]";
    }
  }
}
