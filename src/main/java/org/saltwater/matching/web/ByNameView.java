package org.saltwater.matching.web;

import java.util.List;
import java.util.Optional;
import org.saltwater.matching.Introduction;

/// Therapists found by name, and whether each fits.
///
/// @param asked whether a name was given at all
/// @param more whether others of that name are not shown
public record ByNameView(String name, boolean asked, List<Found> found, boolean more) {

  /// @param fits the introduction, if they fit
  /// @param obstacles why they do not, all of it; empty if they fit
  public record Found(
      String therapist, String name, Optional<Introduction> fits, List<String> obstacles) {
    /// For the template, which asks only when they fit.
    public Introduction introduction() {
      return fits.orElseThrow();
    }
  }
}
