package org.saltwater.intake.web;

import org.saltwater.safety.CrisisPlace;

/// An end before the end, with somewhere to go from it.
///
/// @param end the end's link id, which names its words
/// @param where the place answered, in words
/// @param back the page that was answered
public record EndView(String end, String where, CrisisPlace place, int back) {
  /// Where young people would be sent to lines that there are not.
  public boolean isWithoutLines() {
    return end.equals("too-young") && !place.hasLines();
  }
}
