package org.saltwater.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a journal, the newest entry first.
///
/// @param next the position before which older entries stand, or null at the end
public record EntryPage(List<Entry> entries, @Nullable Long next) {
  public EntryPage {
    entries = List.copyOf(entries);
  }
}
