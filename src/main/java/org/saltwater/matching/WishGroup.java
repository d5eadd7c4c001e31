package org.saltwater.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;

/// Wishes that are one: nobody is both a woman and a man, so "a woman" and "a non-binary person"
/// of the same weight mean either. Approaches and problems add up, so each stands alone.
///
/// @param bits the wished values by their ordinals, as in [Listing]
record WishGroup(WishKind kind, Weight weight, List<Wish> wishes, int bits) {
  /// In the client's order; wishes without a weight are left out.
  static List<WishGroup> of(List<Wish> wishes) {
    var groups = new ArrayList<WishGroup>();
    for (var wish : wishes) {
      if (wish.weight() != Weight.NO_MATTER && ordinal(wish) >= 0) {
        join(groups, wish);
      }
    }
    return List.copyOf(groups);
  }

  /// Whether one of the wishes is true of a therapist.
  boolean isTrueOf(Listing listing) {
    return (listing.traits & traits()) != 0;
  }

  /// The wished values, any of which will do.
  long traits() {
    return Traits.of(kind, bits);
  }

  /// Whether a therapist has told what the wishes are about.
  boolean isToldBy(Listing listing) {
    return !isOneOnly(kind) || listing.bitsOf(kind) != 0;
  }

  /// The wish that is true of a therapist, or else the first of them.
  Wish wishFor(Listing listing) {
    return wishes.stream()
        .filter(wish -> (listing.bitsOf(kind) & 1 << ordinal(wish)) != 0)
        .findFirst()
        .orElse(wishes.getFirst());
  }

  /// Keeps those for whom the group's "must" or "must not" holds; a liking keeps everyone.
  void narrow(RosterShelf shelf, long[] fit) {
    if (weight == Weight.WOULD_LIKE) {
      return;
    }
    var told = shelf.toldOf(kind);
    for (var word = 0; word < fit.length; word++) {
      var any = 0L;
      for (var left = bits; left != 0; left &= left - 1) {
        any |= shelf.being(kind, Integer.numberOfTrailingZeros(left))[word];
      }
      fit[word] &= weight == Weight.MUST ? any : ~any & told[word];
    }
  }

  private static void join(List<WishGroup> groups, Wish wish) {
    for (var at = 0; at < groups.size(); at++) {
      var group = groups.get(at);
      if (group.kind == wish.kind() && group.weight == wish.weight() && isOneOnly(wish.kind())) {
        var both = Stream.concat(group.wishes.stream(), Stream.of(wish)).toList();
        groups.set(
            at, new WishGroup(group.kind, group.weight, both, group.bits | 1 << ordinal(wish)));
        return;
      }
    }
    groups.add(new WishGroup(wish.kind(), wish.weight(), List.of(wish), 1 << ordinal(wish)));
  }

  private static boolean isOneOnly(WishKind kind) {
    return kind == WishKind.GENDER || kind == WishKind.AGE_BAND;
  }

  /// -1 for a value that this version does not know: such a wish is not held against anybody.
  private static int ordinal(Wish wish) {
    Enum<?>[] values =
        switch (wish.kind()) {
          case GENDER -> Gender.values();
          case AGE_BAND -> AgeBand.values();
          case APPROACH -> Approach.values();
          case SPECIALTY -> ProblemDomain.values();
        };
    for (var value : values) {
      if (value.name().equals(wish.value())) {
        return Bits.place(value);
      }
    }
    return -1;
  }
}
