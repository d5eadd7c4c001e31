package org.saltwater.crying.ladder.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.Ladder;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.Sharing;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.crying.ladder.StepState;

/// A client's ladder.
///
/// @param ladder null before the first look at the page on safety
/// @param therapist whom the client is with, or null
/// @param contactDue whether a human is to get in touch with them first
/// @param onCall whether someone is there now
/// @param done what has just been done, for the page to say so, or empty
public record LadderView(
    @Nullable Ladder ladder,
    List<Standing> steps,
    @Nullable String therapist,
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

  /// The next time set aside, also one that has gone by.
  public Optional<Coming> coming() {
    return steps.stream()
        .flatMap(it -> it.planned().map(time -> new Coming(time, it)).stream())
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
