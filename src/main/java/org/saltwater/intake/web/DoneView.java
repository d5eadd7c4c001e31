package org.saltwater.intake.web;

import java.util.List;
import java.util.Optional;

/// The end: every part, and a way back into each.
///
/// @param missing the first page that still misses something needed
public record DoneView(List<PartView> parts, Optional<Integer> missing) {
  public DoneView {
    parts = List.copyOf(parts);
  }

  /// @param number the part's first page
  public record PartView(String title, int number) {}
}
