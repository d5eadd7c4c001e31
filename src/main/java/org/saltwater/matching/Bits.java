package org.saltwater.matching;

import java.util.Collection;

/// Sets of constants as bits of a number, by their place in the enum. Bits live as long as the
/// process and are never stored, so constants may change places between versions.
@SuppressWarnings("EnumOrdinal")
final class Bits {
  private Bits() {}

  static int place(Enum<?> value) {
    return value.ordinal();
  }

  static int of(Collection<? extends Enum<?>> values) {
    var bits = 0;
    for (var value : values) {
      bits |= 1 << value.ordinal();
    }
    return bits;
  }

  static boolean hold(int bits, Enum<?> value) {
    return (bits >>> value.ordinal() & 1) == 1;
  }

  /// How many there are in a column of a [RosterShelf].
  static int count(long[] column) {
    var count = 0;
    for (var word : column) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /// Whether the therapist at a place is in a column of a [RosterShelf].
  static boolean isIn(long[] column, int at) {
    return (column[at >> 6] >>> at & 1) == 1;
  }
}
