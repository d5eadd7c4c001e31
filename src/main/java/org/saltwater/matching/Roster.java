package org.saltwater.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.TherapistId;

/// Everyone who could be matched, as of one moment. Never changed: readers on any thread keep the
/// one they began with.
///
/// @param base the first quarter of an hour that is shown, see [Week]
/// @param words how many 64-bit words of quarters are shown
record Roster(List<RosterShelf> shelves, int base, int words) {
  /// Times are kept for longer than they are shown, so that the roster stays right while time
  /// passes until it is read anew.
  static final int SPARE_DAYS = 2;

  Roster {
    shelves = List.copyOf(shelves);
  }

  static Roster empty(Instant now, int withinDays) {
    return new Roster(List.of(), Week.quarter(now), Week.words(withinDays + SPARE_DAYS));
  }

  /// With many more, in shelves of their own.
  Roster with(List<Listing> listings) {
    var all = new ArrayList<>(shelves);
    for (var from = 0; from < listings.size(); from += RosterShelf.SIZE) {
      var to = Math.min(listings.size(), from + RosterShelf.SIZE);
      all.add(shelf(listings.subList(from, to)));
    }
    return new Roster(all, base, words);
  }

  /// With one therapist as they are now, whether or not they were here before.
  Roster with(Listing listing) {
    var home =
        shelfOf(listing.id)
            .or(
                () ->
                    shelves.stream()
                        .filter(some -> some.listings.size() < RosterShelf.SIZE)
                        .findFirst());
    if (home.isEmpty()) {
      return with(List.of(listing));
    }
    var listings = new ArrayList<>(home.get().listings);
    home.get()
        .placeOf(listing.id)
        .ifPresentOrElse(at -> listings.set(at, listing), () -> listings.add(listing));
    return replaced(home.get(), listings);
  }

  Roster without(TherapistId therapist) {
    return shelfOf(therapist)
        .map(
            home ->
                replaced(
                    home,
                    home.listings.stream().filter(some -> !some.id.equals(therapist)).toList()))
        .orElse(this);
  }

  Optional<RosterShelf> shelfOf(TherapistId therapist) {
    return shelves.stream().filter(shelf -> shelf.placeOf(therapist).isPresent()).findFirst();
  }

  int size() {
    return shelves.stream().mapToInt(shelf -> shelf.listings.size()).sum();
  }

  private Roster replaced(RosterShelf old, List<Listing> listings) {
    return new Roster(
        shelves.stream().map(shelf -> shelf == old ? shelf(listings) : shelf).toList(),
        base,
        words);
  }

  private RosterShelf shelf(List<Listing> listings) {
    return new RosterShelf(listings, base, words);
  }
}
