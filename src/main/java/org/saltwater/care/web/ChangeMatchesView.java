package org.saltwater.care.web;

import java.util.List;
import java.util.UUID;
import org.saltwater.matching.Introduction;

/// Who fits next, or, if nobody does, what would help.
///
/// @param deputy the deputy's id and name, while there is one to stay with; otherwise empty
/// @param trouble the slug of what went wrong with the last choice, or empty
public record ChangeMatchesView(
    UUID change,
    List<Introduction> introductions,
    List<String> relaxations,
    String deputy,
    String deputyName,
    String trouble) {
  @Override
  public String toString() {
    return "ChangeMatchesView[redacted]";
  }
}
