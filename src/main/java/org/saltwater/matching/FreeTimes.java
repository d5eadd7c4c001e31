package org.saltwater.matching;

import java.util.List;

/// When the therapists of one shelf are free: for every quarter of an hour, every hour and every
/// sixteen hours one bit per therapist. Who is free at one of the times a client asks for is then
/// an "or" of as many columns as there are such hours, for all therapists of the shelf at once.
final class FreeTimes {
  private static final int WORDS = RosterShelf.WORDS;
  private static final int QUARTERS_IN_A_WORD = 64;
  private static final int HOURS_IN_A_WORD = 16;

  private final List<Listing> listings;
  private final long[] columns;
  private final int longestNotice;

  /// @param base the first quarter of an hour that is kept, see [Week]
  /// @param words how many times 64 quarters are kept
  FreeTimes(List<Listing> listings, int base, int words) {
    this.listings = listings;
    this.columns = new long[(columnOfWord(words, words)) * WORDS];
    this.longestNotice = listings.stream().mapToInt(listing -> listing.notice).max().orElse(0);
    for (var at = 0; at < listings.size(); at++) {
      enter(listings.get(at), at, base, words);
    }
  }

  static int columnOfHour(int hour, int words) {
    return words * QUARTERS_IN_A_WORD + hour;
  }

  static int columnOfWord(int word, int words) {
    return words * (QUARTERS_IN_A_WORD + HOURS_IN_A_WORD) + word;
  }

  /// Keeps those of a shelf who are free at a time asked for.
  void narrow(long[] fit, Asked asked) {
    var asking = asked.columns(longestNotice);
    var free = new long[WORDS];
    either(asking.sure(), free);
    var near = new long[WORDS];
    either(asking.near(), near);
    for (var word = 0; word < WORDS; word++) {
      for (var left = fit[word] & near[word] & ~free[word]; left != 0; left &= left - 1) {
        if (asked.soonest(listings.get((word << 6) + Long.numberOfTrailingZeros(left))) >= 0) {
          free[word] |= Long.lowestOneBit(left);
        }
      }
      fit[word] &= free[word];
    }
  }

  private void either(int[] which, long[] any) {
    for (var column : which) {
      for (var word = 0; word < WORDS; word++) {
        any[word] |= columns[column * WORDS + word];
      }
    }
  }

  private void enter(Listing listing, int at, int base, int words) {
    for (var start : listing.starts()) {
      var quarter = start / Week.MINUTES - base;
      if (quarter >= 0 && quarter < words * QUARTERS_IN_A_WORD) {
        set(quarter, at);
        set(columnOfHour(quarter / 4, words), at);
        set(columnOfWord(quarter / QUARTERS_IN_A_WORD, words), at);
      }
    }
  }

  private void set(int column, int at) {
    columns[column * WORDS + (at >> 6)] |= 1L << at;
  }
}
