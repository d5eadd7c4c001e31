package org.saltwater.crying.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.WhoCried;

/// What one person's own notes say of what went with feeling better or worse afterwards: counts,
/// never below five, and no more than that.
///
/// @param moments own tears with both moods; empty below five, and then nothing else is there
/// @param after how the person was 90 minutes later
public record LookingBack(Optional<Integer> moments, Split after, List<Went> aspects) {
  /// Moments without which nothing is said. Fewer are too easily chance, and one of them too
  /// easily everything.
  public static final int FEWEST = 5;

  private static final LookingBack TOO_FEW =
      new LookingBack(Optional.empty(), new Split(0, 0, 0), List.of());

  /// So many times each.
  public record Split(int better, int same, int worse) {
    int all() {
      return better + same + worse;
    }

    Split with(int change) {
      return new Split(
          better + (change > 0 ? 1 : 0),
          same + (change == 0 ? 1 : 0),
          worse + (change < 0 ? 1 : 0));
    }
  }

  /// One aspect.
  ///
  /// @param there how the person was afterwards where it was there
  /// @param not the same where it was not
  public record Went(Aspect aspect, Split there, Split not) {
    /// Said about too seldom to be told.
    public boolean isTooFew() {
      return there.all() + not.all() < FEWEST;
    }
  }

  static LookingBack of(List<CryingEpisode> episodes) {
    var both =
        episodes.stream()
            .filter(it -> it.note().who() != WhoCried.THERAPIST)
            .filter(it -> change(it).isPresent())
            .toList();
    if (both.size() < FEWEST) {
      return TOO_FEW;
    }
    return new LookingBack(
        Optional.of(both.size()),
        split(both),
        Arrays.stream(Aspect.values()).map(it -> went(it, both)).toList());
  }

  private static Went went(Aspect aspect, List<CryingEpisode> episodes) {
    return new Went(
        aspect, split(where(episodes, aspect, true)), split(where(episodes, aspect, false)));
  }

  private static List<CryingEpisode> where(
      List<CryingEpisode> episodes, Aspect aspect, boolean there) {
    return episodes.stream()
        .filter(it -> aspect.in(it.note()).filter(said -> said == there).isPresent())
        .toList();
  }

  private static Split split(List<CryingEpisode> episodes) {
    var split = new Split(0, 0, 0);
    for (var episode : episodes) {
      split = split.with(change(episode).orElseThrow());
    }
    return split;
  }

  /// Mood 90 minutes afterwards less mood before; empty unless both were said.
  private static Optional<Integer> change(CryingEpisode episode) {
    var before = Optional.ofNullable(episode.moods().get(MoodMoment.BEFORE));
    var after = Optional.ofNullable(episode.moods().get(MoodMoment.AFTER_90));
    return before.flatMap(from -> after.map(to -> to - from));
  }

  @Override
  public String toString() {
    return "LookingBack[redacted]";
  }
}
