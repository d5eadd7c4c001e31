package org.saltwater.crying.ladder.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.Ladder;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.RepetitionState;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.crying.ladder.Step;
import org.saltwater.crying.ladder.StepState;
import org.saltwater.scheduling.Appointment;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.Page;

/// One step: what it is, how hard it was each time, and a time for it.
///
/// @param chart empty until a repetition was noted with all three numbers
/// @param coming the hours that are booked
/// @param easier the step before it, or null
/// @param next the step after it, or null
public record StepView(
    Standing standing,
    Optional<LadderChart> chart,
    @Nullable Step easier,
    @Nullable Step next,
    @Nullable Ladder ladder,
    boolean contactDue,
    List<Appointment> coming,
    Plan plan) {

  /// A time, as it is typed.
  ///
  /// @param hour the chosen hour of a step in session, or empty
  public record Plan(
      UUID id, String date, String time, String minutes, String hour, FormErrors errors) {}

  public Step step() {
    return standing.step();
  }

  /// Which sentence is said: the rule decides no more than this.
  public String word() {
    if (!standing.isTried()) {
      return "first";
    }
    if (standing.hasSettled()) {
      return next == null ? "last" : "next";
    }
    return standing.courses().isEmpty() ? "open" : "again";
  }

  public boolean mayPlan() {
    return !isPaused() && !contactDue && !isOnlyInSession() && step().state() == StepState.TAKEN;
  }

  public boolean isPaused() {
    return ladder != null && ladder.isPaused();
  }

  public boolean isOnlyInSession() {
    return ladder != null && ladder.onlyInSession() && step().stage() != Setting.SESSION;
  }

  public boolean isInSession() {
    return step().stage() == Setting.SESSION;
  }

  /// Booked hours that this step is not yet set into.
  public List<Appointment> freeHours() {
    var set =
        planned().stream()
            .flatMap(it -> it.hour().stream())
            .collect(Collectors.toUnmodifiableSet());
    return coming.stream().filter(it -> !set.contains(it.id())).toList();
  }

  public List<Repetition> planned() {
    return in(RepetitionState.PLANNED);
  }

  public List<Repetition> underWay() {
    return in(RepetitionState.UNDER_WAY);
  }

  /// Over, the newest first.
  public List<Repetition> past() {
    return standing.repetitions().reversed().stream()
        .filter(it -> it.endedAt().isPresent())
        .toList();
  }

  private List<Repetition> in(RepetitionState state) {
    return standing.repetitions().stream().filter(it -> it.state() == state).toList();
  }

  public List<Option> lengths(Page page) {
    return List.of(10, 20, 30, 45, 60).stream()
        .map(it -> new Option(String.valueOf(it), page.say("ladder.plan.minutes.option", it)))
        .toList();
  }

  @Override
  public String toString() {
    return "StepView[redacted]";
  }
}
