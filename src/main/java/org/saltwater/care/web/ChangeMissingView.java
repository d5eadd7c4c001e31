package org.saltwater.care.web;

import java.util.List;
import java.util.Set;
import org.saltwater.care.Lack;
import org.saltwater.site.FormErrors;

/// What was missing so far.
///
/// @param onCall whether someone is there now, said before anything is typed
public record ChangeMissingView(
    List<Lack> lacks, Set<Lack> chosen, String words, FormErrors errors, boolean onCall) {
  @Override
  public String toString() {
    return "ChangeMissingView[redacted]";
  }
}
