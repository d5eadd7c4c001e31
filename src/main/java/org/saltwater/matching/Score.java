package org.saltwater.matching;

/// Why one therapist comes before another: four parts, and nothing but their sum decides. For
/// ordering and for words ("a strong reason"); never shown as numbers.
///
/// @param wishes 0 to 450: the share of wishes that are met
/// @param expertise 0 to 200: the share of the client's problems they often work with, the first
///     counting most
/// @param outcome 0 to 200: 100 for the usual, and for everybody who is new
/// @param soonest 0 to 150: 150 for a free hour right now, 0 for one at the end of the window
public record Score(int wishes, int expertise, int outcome, int soonest) {
  public int total() {
    return wishes + expertise + outcome + soonest;
  }
}
