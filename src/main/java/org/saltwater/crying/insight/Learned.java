package org.saltwater.crying.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a practice may know of tears in its hours. Nothing in it is about one person, and nothing
/// else is kept of what was read for it.
///
/// @param gatheredAt empty before anything was gathered
/// @param clients who agreed and have enough hours; empty if fewer than ten
/// @param arms empty if there is too little, or it could not be told
/// @param moderation empty for the same reasons, of those hours whose tears were rated
public record Learned(
    Optional<Instant> gatheredAt,
    Optional<Integer> clients,
    boolean enough,
    Optional<Arms> arms,
    Optional<Moderation> moderation) {
  static final Learned NOTHING =
      new Learned(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

  /// @param plain hours with what the arms need
  /// @param rated hours with what moderation needs as well
  static Learned from(List<Followed> plain, List<Followed> rated, Instant at) {
    var people = Enough.longEnough(plain);
    var rating = Enough.longEnough(rated);
    var enough = Enough.isEnough(people);
    return new Learned(
        Optional.of(at),
        people.size() < Enough.WITH_BOTH ? Optional.empty() : Optional.of(people.size()),
        enough,
        enough ? Arms.of(people) : Optional.empty(),
        enough && Enough.isEnoughRated(rating) ? Moderation.of(rating) : Optional.empty());
  }
}
