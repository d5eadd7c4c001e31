package org.saltwater.safety.web;

import java.util.List;
import java.util.Locale;
import org.saltwater.safety.CrisisPlace;

/// Everyone who answers now.
///
/// @param verifiedOn when the oldest of the numbers was last looked up, in words
public record HelpView(List<CrisisPlace> places, String verifiedOn, Locale reader) {
  public HelpView {
    places = List.copyOf(places);
  }
}
