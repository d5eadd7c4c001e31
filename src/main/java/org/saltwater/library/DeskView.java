package org.saltwater.library;

import java.time.Instant;
import java.util.List;

/// Everything there is, for those who work on it.
public record DeskView(List<Line> lines, boolean writes) {
  /// @param seen whether readers see some text of it
  /// @param newer whether Saltwater has come with another text than this practice’s began from
  public record Line(
      String slug,
      String title,
      ArticleState state,
      boolean seen,
      boolean newer,
      Instant changed) {}
}
