package org.saltwater.progress;

import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.measures.Answers;
import org.saltwater.measures.Instrument;

/// What a client is asked now: about two minutes, each step by itself, all of it optional.
///
/// @param before the hour it is asked for; empty for what belongs to none
public record Sitting(Optional<AppointmentId> before, List<Step> steps) {
  public Sitting {
    steps = List.copyOf(steps);
  }

  /// One page of it.
  public sealed interface Step {
    /// The word for it in addresses.
    String code();

    boolean isDone();
  }

  /// @param answers given so far
  public record Asked(Instrument instrument, Answers answers, boolean isDone) implements Step {
    @Override
    public String code() {
      return instrument.id();
    }
  }

  /// The goals, each to be rated from 0 to 10.
  public record Rated(List<Goal> goals, boolean isDone) implements Step {
    public static final String CODE = "goals";

    @Override
    public String code() {
      return CODE;
    }
  }

  /// Whether anything is left to answer.
  public boolean isWaiting() {
    return steps.stream().anyMatch(step -> !step.isDone());
  }

  public Optional<Step> find(String code) {
    return steps.stream().filter(step -> step.code().equals(code)).findFirst();
  }

  public Optional<Step> firstOpen() {
    return steps.stream().filter(step -> !step.isDone()).findFirst();
  }

  @Override
  public String toString() {
    return "Sitting[redacted]";
  }
}
