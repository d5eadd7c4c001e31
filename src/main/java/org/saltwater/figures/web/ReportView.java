package org.saltwater.figures.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The practice report in words.
///
/// @param gatheredAt null before anything was gathered
/// @param people null if fewer than ten
public record ReportView(@Nullable Instant gatheredAt, @Nullable Integer people, List<Part> parts) {

  /// Whether more is hidden than shown, as in a practice that has begun not long ago.
  public boolean mostlyHidden() {
    var blocks = parts.stream().flatMap(part -> part.blocks().stream()).toList();
    return 2 * blocks.stream().filter(Block::hidden).count() > blocks.size();
  }

  /// What belongs together under one heading.
  public record Part(String id, String title, String text, List<Block> blocks) {
    /// Titles of what would be about too few.
    public List<String> notShown() {
      return blocks.stream().filter(Block::hidden).map(Block::title).toList();
    }
  }

  /// One question.
  ///
  /// @param caveat what the numbers do not say; may be empty
  public record Block(
      String title,
      String about,
      String caveat,
      boolean hidden,
      List<Line> lines,
      List<Figure> figures) {}

  /// @param picture in words, for who does not see it
  public record Line(
      String who, int count, int of, String share, String range, Bar bar, String picture) {}

  /// From 0 to 100: where the share is drawn, and its range.
  public record Bar(String share, String low, String width) {}

  public record Figure(String words) {}
}
