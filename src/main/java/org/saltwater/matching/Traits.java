package org.saltwater.matching;

import org.saltwater.intake.WishKind;

/// Everything about a therapist that a wish can name, in one number: sixteen bits for each kind of
/// wish. Whether a wish comes true is then one comparison and one place in memory, however many
/// wishes a client has.
final class Traits {
  private static final int PER_KIND = 16;
  private static final int ALL_OF_A_KIND = (1 << PER_KIND) - 1;

  private Traits() {}

  /// @param bits values of the kind, as in [Bits]
  static long of(WishKind kind, int bits) {
    if ((bits & ~ALL_OF_A_KIND) != 0) {
      throw new IllegalArgumentException("more than " + PER_KIND + " values of " + kind);
    }
    return (long) bits << shift(kind);
  }

  /// The values of one kind, as in [Bits].
  static int bits(long traits, WishKind kind) {
    return (int) (traits >>> shift(kind)) & ALL_OF_A_KIND;
  }

  private static int shift(WishKind kind) {
    return PER_KIND * Bits.place(kind);
  }
}
