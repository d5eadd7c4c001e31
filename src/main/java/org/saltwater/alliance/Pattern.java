package org.saltwater.alliance;

/// How hours with one therapist went, over all their clients of a year: no names, nobody beside it
/// to be compared with.
///
/// @param answered hours after which the client answered, of those that were held
/// @param noticed hours in which something was noticed, of those answered
/// @param repaired of what was noticed and has settled
public record Pattern(Share answered, Share noticed, Share repaired) {
  /// A share that rests on fewer clients is not shown: one of them could be made out. Our own
  // choice
  /// of figure.
  public static final int FEWEST = 5;

  /// @param count how many
  /// @param of of how many
  /// @param clients how many clients the whole rests on
  public record Share(int count, int of, int clients) {
    public boolean isShown() {
      return clients >= FEWEST;
    }
  }
}
