package org.saltwater.matching;

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
  static final int SIZE = 2_048;
  static final int WORDS = SIZE / 64;
  static final int DOMAINS = ProblemDomain.values().length;
  static final long[] NOBODY = new long[WORDS];

  final List<Listing> listings;
  final long[] everybody = new long[WORDS];
  final long[] highRisk = new long[WORDS];
  final long[] free = new long[WORDS];
  final long[] toldGender;
  final long[] toldAge;

  final FreeTimes times;

  /// [Listing#traits] side by side: read from the listings, each would be a miss of the cache.
  final long[] traits;

  /// [Listing#outcomes] side by side, [#DOMAINS] for each.
  final byte[] outcomes;

  private final Map<TherapistId, Integer> places = new HashMap<>();
  private final Map<Jurisdiction, long[]> licences = new HashMap<>();
  private final Map<String, long[]> languages = new HashMap<>();
  private final long[][] modalities;
  private final long[][] specialties;
  private final long[][] approaches;
  private final long[][] genders;
  private final long[][] ageBands;

  /// @param base the first quarter of an hour that is kept, see [Week]
  /// @param words how many times 64 quarters are kept
  RosterShelf(List<Listing> listings, int base, int words) {
    this.listings = List.copyOf(listings);
    this.times = new FreeTimes(this.listings, base, words);
    this.traits = this.listings.stream().mapToLong(listing -> listing.traits).toArray();
    this.outcomes = new byte[listings.size() * DOMAINS];
    this.modalities = columns(Modality.values().length, listing -> listing.modalities);
    this.specialties =
        columns(ProblemDomain.values().length, listing -> listing.bitsOf(WishKind.SPECIALTY));
    this.approaches =
        columns(Approach.values().length, listing -> listing.bitsOf(WishKind.APPROACH));
    this.genders = columns(Gender.values().length, listing -> listing.bitsOf(WishKind.GENDER));
    this.ageBands = columns(AgeBand.values().length, listing -> listing.bitsOf(WishKind.AGE_BAND));
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

  long[] licensedFor(Jurisdiction place) {
    return licences.getOrDefault(place, NOBODY);
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
    System.arraycopy(listing.outcomes, 0, outcomes, at * DOMAINS, DOMAINS);
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
