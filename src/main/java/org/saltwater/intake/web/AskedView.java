package org.saltwater.intake.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question as a page shows it.
///
/// @param as `list`, `scale`, `select`, `columns`, `week`, `agree`, `number`, `line` or `text`
/// @param value what was typed; empty for choices
/// @param error the sentence beside it, or null when it is fine
/// @param most the highest number, or the longest text in characters
public record AskedView(
    String id,
    String as,
    String text,
    Optional<String> help,
    List<OptionView> options,
    boolean repeats,
    boolean required,
    String value,
    int most,
    @Nullable String error) {
  public AskedView {
    options = List.copyOf(options);
  }

  /// One answer to choose.
  public record OptionView(String code, String text, boolean chosen) {}

  public String type() {
    return repeats ? "checkbox" : "radio";
  }

  /// What a screen reader reads with the question.
  public @Nullable String describedBy() {
    var help = this.help.isPresent() ? id + "-hint" : "";
    var problem = error == null ? "" : id + "-error";
    var both = (help + " " + problem).strip();
    return both.isEmpty() ? null : both;
  }

  public boolean isWritten() {
    return as.equals("number") || as.equals("line") || as.equals("text");
  }

  @Override
  public String toString() {
    return "AskedView[" + id + "]";
  }
}
