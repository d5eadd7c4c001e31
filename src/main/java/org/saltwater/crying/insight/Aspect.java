package org.saltwater.crying.insight;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.EpisodeNote;

/// What is looked at beside how somebody felt afterwards: what went with more relief, and with
// less,
/// in 5,096 remembered times of crying (Bylsma, Vingerhoets and Rottenberg 2008, J Soc Clin Psychol
/// 27:1165).
public enum Aspect {
  SUPPORTED(it -> much(it.felt().supported())),
  UNDERSTANDING(it -> Optional.ofNullable(it.aftermath().newUnderstanding())),
  ASHAMED(it -> much(it.felt().ashamed())),
  HELD_BACK(it -> much(it.course().heldBack()));

  /// More than half of the scale. Our own choice of line.
  public static final int MUCH = 6;

  private final Function<EpisodeNote, Optional<Boolean>> said;

  Aspect(Function<EpisodeNote, Optional<Boolean>> said) {
    this.said = said;
  }

  /// Whether it was there; empty where nothing was said about it.
  Optional<Boolean> in(EpisodeNote note) {
    return said.apply(note);
  }

  private static Optional<Boolean> much(@Nullable Integer rating) {
    return Optional.ofNullable(rating).map(it -> it >= MUCH);
  }

  /// The word for it in bundles: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
