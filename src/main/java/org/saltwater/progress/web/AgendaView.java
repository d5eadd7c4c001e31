package org.saltwater.progress.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.journal.Brought;
import org.saltwater.site.FormErrors;

/// What a client wants to talk about next time.
///
/// @param onCall whether someone is there now, to be said before the client writes
/// @param therapist whom it is for, or null while the client is with nobody
/// @param brought what they bring from their journal
public record AgendaView(
    String words,
    boolean saved,
    boolean onCall,
    @Nullable String therapist,
    List<Brought> brought,
    FormErrors errors) {
  @Override
  public String toString() {
    return "AgendaView[redacted]";
  }
}
