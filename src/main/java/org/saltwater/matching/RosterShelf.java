package org.saltwater.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;

/// Up to [#SIZE] therapists, never changed once made: for each value a filter can ask for, one bit
/// per therapist. A change of one therapist costs a new shelf, not a new roster.
final class RosterShelf {
  static final int SIZE = 1_024;
  static final int WORDS = SIZE / 64;
  static final long[] NOBODY = new long[WORDS];

  final List<Listing> listings;
  final long[] everybody = new long[WORDS];
  final long[] highRisk = new long[WORDS];
  final long[] free = new long[WORDS];
  final long[] toldGender;
  final long[] toldAge;

  private final int base;
  private final int gridWords;
  private final long[] grid;
  private final Map<TherapistId, Integer> places = new HashMap<>();
  private final Map<Jurisdiction, long[]> licences = new HashMap<>();
  private final Map<String, long[]> languages = new HashMap<>();
  private final long[][] modalities;
  private final long[][] specialties;
  private final long[][] approaches;
  private final long[][] genders;
  private final long[][] ageBands;

  /// @param base the first quarter of an hour that the grid of free times shows, see [Week]
  RosterShelf(List<Listing> listings, int base, int gridWords) {
    this.listings = List.copyOf(listings);
    this.base = base;
    this.gridWords = gridWords;
    this.grid = new long[listings.size() * gridWords];
    this.modalities = columns(Modality.values().length, listing -> listing.modalities);
    this.specialties = columns(ProblemDomain.values().length, listing -> listing.specialties);
    this.approaches = columns(Approach.values().length, listing -> listing.approaches);
    this.genders = columns(Gender.values().length, listing -> listing.genders);
    this.ageBands = columns(AgeBand.values().length, listing -> listing.ageBands);
    this.toldGender = any(genders);
    this.toldAge = any(ageBands);
    for (var at = 0; at < this.listings.size(); at++) {
      enter(this.listings.get(at), at);
    }
  }

  OptionalInt placeOf(TherapistId therapist) {
    var place = places.get(therapist);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /// Licensed for the place itself or for its whole country.
  List<long[]> licensedFor(Jurisdiction place) {
    var found = new ArrayList<long[]>(2);
    found.add(licences.getOrDefault(place, NOBODY));
    if (!place.code().equals(place.country())) {
      found.add(licences.getOrDefault(new Jurisdiction(place.country()), NOBODY));
    }
    return found;
  }

  long[] speaking(String language) {
    return languages.getOrDefault(language, NOBODY);
  }

  long[] meetingBy(Modality modality) {
    return modalities[Bits.place(modality)];
  }

  long[] workingWith(ProblemDomain domain) {
    return specialties[Bits.place(domain)];
  }

  /// Those of whom one value of a wish is true.
  long[] being(WishKind kind, int ordinal) {
    return switch (kind) {
      case GENDER -> genders[ordinal];
      case AGE_BAND -> ageBands[ordinal];
      case APPROACH -> approaches[ordinal];
      case SPECIALTY -> specialties[ordinal];
    };
  }

  /// Those who have told what a wish is about.
  long[] toldOf(WishKind kind) {
    return switch (kind) {
      case GENDER -> toldGender;
      case AGE_BAND -> toldAge;
      case APPROACH, SPECIALTY -> everybody;
    };
  }

  /// The first free time of a therapist that the mask allows.
  ///
  /// @param now in minutes; only times with the therapist's notice from then on count
  /// @param until only times before it count
  /// @return in minutes, or -1
  int soonest(int at, long[] mask, int now, int until) {
    var listing = listings.get(at);
    var earliest = now + listing.notice;
    var from = Math.max(0, earliest / Week.MINUTES - base);
    var row = at * gridWords;
    for (var word = from >> 6; word < gridWords; word++) {
      var bits = grid[row + word] & mask[word];
      if (word == from >> 6) {
        bits &= -1L << from;
      }
      for (; bits != 0; bits &= bits - 1) {
        var quarter = (base + (word << 6) + Long.numberOfTrailingZeros(bits)) * Week.MINUTES;
        var start = listing.startFrom(Math.max(earliest, quarter));
        if (start >= until) {
          return -1;
        }
        if (start < quarter + Week.MINUTES) {
          return start;
        }
      }
    }
    return -1;
  }

  static boolean isIn(long[] bits, int at) {
    return (bits[at >> 6] >>> at & 1) == 1;
  }

  private void enter(Listing listing, int at) {
    places.put(listing.id, at);
    set(everybody, at);
    if (listing.highRisk) {
      set(highRisk, at);
    }
    if (listing.free) {
      set(free, at);
    }
    listing.licences.forEach(
        licence -> set(licences.computeIfAbsent(licence, any -> new long[WORDS]), at));
    listing.languages.forEach(
        language -> set(languages.computeIfAbsent(language, any -> new long[WORDS]), at));
    for (var start : listing.starts()) {
      var quarter = start / Week.MINUTES - base;
      if (quarter >= 0 && quarter < gridWords * 64) {
        grid[at * gridWords + (quarter >> 6)] |= 1L << quarter;
      }
    }
  }

  private long[][] columns(int values, ToIntFunction<Listing> bits) {
    var columns = new long[values][WORDS];
    for (var at = 0; at < listings.size(); at++) {
      for (var left = bits.applyAsInt(listings.get(at)); left != 0; left &= left - 1) {
        set(columns[Integer.numberOfTrailingZeros(left)], at);
      }
    }
    return columns;
  }

  private static long[] any(long[][] columns) {
    var any = new long[WORDS];
    for (var column : columns) {
      for (var word = 0; word < WORDS; word++) {
        any[word] |= column[word];
      }
    }
    return any;
  }

  private static void set(long[] bits, int at) {
    bits[at >> 6] |= 1L << at;
  }
}
