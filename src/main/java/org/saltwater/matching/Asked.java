package org.saltwater.matching;

import java.util.Arrays;

/// The times one client asks for, made ready once and put to every shelf. Used by one thread.
final class Asked {
  private static final int HOUR = 0b1111;

  private final long[] mask;
  private final int base;
  private final int now;
  private final int until;
  private int notice = -1;
  private Columns columns = new Columns(new int[0], new int[0]);

  /// @param mask the quarters that suit, from a base on, see [Week]
  /// @param now in minutes since 1970; only times with the therapist's notice from then on count
  /// @param until only times before it count
  Asked(long[] mask, int base, int now, int until) {
    this.mask = mask;
    this.base = base;
    this.now = now;
    this.until = until;
  }

  /// The first free time of a therapist that suits.
  ///
  /// @return in minutes since 1970, or -1
  int soonest(Listing listing) {
    for (var at = listing.firstFrom(now + listing.notice); ; at++) {
      var start = listing.start(at);
      if (start >= until) {
        return -1;
      }
      var quarter = start / Week.MINUTES - base;
      if (quarter >= 0 && quarter < mask.length * 64 && (mask[quarter >> 6] >>> quarter & 1) == 1) {
        return start;
      }
    }
  }

  /// Columns of [FreeTimes], as few as there are.
  ///
  /// @param sure whoever is in one of them is free at a time that suits, whatever their notice is
  /// @param near whoever is only in one of these has to be asked: their notice decides, or the
  ///     minute
  record Columns(int[] sure, int[] near) {}

  /// @param longest the longest notice of a shelf, in minutes
  Columns columns(int longest) {
    if (notice != longest) {
      var from = Math.ceilDiv(now + longest, Week.MINUTES) - base;
      var to = until / Week.MINUTES - base;
      columns = new Columns(cover(from, to), near(from, to));
      notice = longest;
    }
    return columns;
  }

  private int[] near(int from, int to) {
    var before = cover(now / Week.MINUTES - base, from);
    var after = cover(Math.max(from, to), Math.ceilDiv(until, Week.MINUTES) - base);
    var both = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, both, before.length, after.length);
    return both;
  }

  private int[] cover(int from, int to) {
    var columns = new int[mask.length * 64];
    var count = 0;
    for (var word = 0; word < mask.length; word++) {
      var bits = mask[word] & span(from - word * 64, to - word * 64);
      if (bits == -1L) {
        columns[count++] = FreeTimes.columnOfWord(word, mask.length);
        continue;
      }
      while (bits != 0) {
        var at = Long.numberOfTrailingZeros(bits);
        if (at % 4 == 0 && (bits >>> at & HOUR) == HOUR) {
          columns[count++] = FreeTimes.columnOfHour(word * 16 + at / 4, mask.length);
          bits &= ~((long) HOUR << at);
        } else {
          columns[count++] = word * 64 + at;
          bits &= bits - 1;
        }
      }
    }
    return Arrays.copyOf(columns, count);
  }

  /// The bits of a word from one place up to before another; places beyond the word are cut.
  private static long span(int from, int to) {
    return upTo(to) & ~upTo(from);
  }

  private static long upTo(int place) {
    return place <= 0 ? 0 : place >= 64 ? -1L : (1L << place) - 1;
  }
}
