package org.saltwater.crying.ladder.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.Ladder;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.RepetitionState;
import org.saltwater.crying.ladder.Sharing;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.crying.ladder.StepState;
import org.saltwater.kernel.PersonId;

/// A client's ladder.
///
/// @param ladder null before the first look at the page on safety
/// @param therapist whom the client is with, or null
/// @param with the same therapist, or null
/// @param goneBy planned times whose hour went by
/// @param contactDue whether a human is to get in touch with them first
/// @param onCall whether someone is there now
/// @param done what has just been done, for the page to say so, or empty
public record LadderView(
    @Nullable Ladder ladder,
    List<Standing> steps,
    @Nullable String therapist,
    @Nullable PersonId with,
    Set<UUID> goneBy,
    boolean contactDue,
    boolean onCall,
    String done) {

  /// A stage with the steps taken into it.
  public record Part(Setting setting, List<Standing> steps) {}

  /// A time set aside, and for which step.
  public record Coming(Repetition time, Standing step) {}

  public List<Part> stages() {
    return Arrays.stream(Setting.values())
        .map(it -> new Part(it, steps.stream().filter(step -> isIn(step, it)).toList()))
        .toList();
  }

  private static boolean isIn(Standing standing, Setting setting) {
    return standing.step().stage() == setting && standing.step().state() == StepState.TAKEN;
  }

  public List<Standing> proposed() {
    return in(StepState.PROPOSED);
  }

  public List<Standing> laidAside() {
    return in(StepState.LAID_ASIDE);
  }

  private List<Standing> in(StepState state) {
    return steps.stream().filter(it -> it.step().state() == state).toList();
  }

  public boolean hasBegun() {
    return ladder != null && !ladder.isOffered();
  }

  public boolean isPaused() {
    return ladder != null && ladder.isPaused();
  }

  public boolean isEmpty() {
    return steps.stream().noneMatch(it -> it.step().state() == StepState.TAKEN);
  }

  /// Who made a proposal, if that is the therapist of now: nobody's words are put into the mouth of
  /// another.
  public @Nullable String suggestedBy(Standing proposed) {
    return with != null && proposed.step().madeBy().equals(with) ? therapist : null;
  }

  /// Who made all that is proposed, or null.
  public @Nullable String suggestedBy() {
    return proposed().stream().allMatch(it -> suggestedBy(it) != null) ? therapist : null;
  }

  /// The next time set aside. One of the client's own may have gone by and still be begun; an hour
  /// that went by is over.
  public Optional<Coming> coming() {
    return steps.stream()
        .flatMap(
            it ->
                it.repetitions().stream()
                    .filter(time -> time.state() == RepetitionState.PLANNED)
                    .filter(time -> !goneBy.contains(time.id()))
                    .map(time -> new Coming(time, it)))
        .min(Comparator.comparing(it -> it.time().start()));
  }

  /// Of a step that was begun and not yet ended.
  public Optional<Coming> underWay() {
    return steps.stream()
        .flatMap(it -> it.underWay().map(time -> new Coming(time, it)).stream())
        .findFirst();
  }

  public Sharing shared() {
    return ladder == null ? Sharing.NOTHING : ladder.shared();
  }

  public List<Sharing> waysToShare() {
    return List.of(Sharing.values());
  }

  @Override
  public String toString() {
    return "LadderView[redacted]";
  }
}
