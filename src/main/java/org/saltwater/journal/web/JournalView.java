package org.saltwater.journal.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.journal.EntryPage;

/// A client's journal.
///
/// @param before where this page begins, or null on the first
/// @param therapist to whose hours entries can be brought, or null while there is nobody
/// @param done what was just done, or empty
public record JournalView(
    EntryPage page, @Nullable Long before, @Nullable String therapist, String done) {
  /// The words for what was just done, or null if it is none that we know.
  public @Nullable String doneKey() {
    return switch (done) {
      case "kept", "changed", "gone", "brought", "left-out" -> "journal.done." + done;
      default -> null;
    };
  }

  public boolean isEmpty() {
    return page.entries().isEmpty() && before == null;
  }

  public @Nullable String older() {
    return page.next() == null ? null : "/journal?before=" + page.next();
  }

  @Override
  public String toString() {
    return "JournalView[redacted]";
  }
}
