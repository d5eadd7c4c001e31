package org.saltwater.journal.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;

/// An entry being written.
///
/// @param entry its id, or null for a new one
/// @param key of the form: sent twice it writes one entry
/// @param coming whether it is taken along to the next hour
/// @param therapist whose hours those are, or null while there is nobody
public record WriteView(
    @Nullable UUID entry,
    UUID key,
    String words,
    boolean coming,
    @Nullable String therapist,
    FormErrors errors) {
  public boolean isNew() {
    return entry == null;
  }

  public String action() {
    return entry == null ? "/journal" : "/journal/" + entry;
  }

  @Override
  public String toString() {
    return "WriteView[redacted]";
  }
}
