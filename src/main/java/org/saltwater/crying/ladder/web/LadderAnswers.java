package org.saltwater.crying.ladder.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.Discomfort;
import org.saltwater.crying.ladder.Ladder;
import org.saltwater.crying.ladder.LadderReading;
import org.saltwater.crying.ladder.LadderState;
import org.saltwater.crying.ladder.Pause;
import org.saltwater.crying.ladder.PauseCause;
import org.saltwater.crying.ladder.Prompt;
import org.saltwater.crying.ladder.Repetition;
import org.saltwater.crying.ladder.RepetitionState;
import org.saltwater.crying.ladder.Sharing;
import org.saltwater.crying.ladder.Standing;
import org.saltwater.crying.ladder.Step;
import org.saltwater.crying.ladder.StepState;
import org.saltwater.kernel.AppointmentId;

/// What programs are told of a ladder.
final class LadderAnswers {
  private LadderAnswers() {}

  /// @param state null before the client has begun and nothing was proposed
  /// @param pausedFor why it rests, or null
  /// @param contactDue whether a human is to get in touch first
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LadderAnswer(
      @Nullable LadderState state,
      boolean onlyInSession,
      Sharing shared,
      @Nullable PauseCause pausedFor,
      boolean contactDue,
      List<StepAnswer> steps) {
    static LadderAnswer of(@Nullable Ladder ladder, List<Standing> steps, boolean contactDue) {
      return new LadderAnswer(
          ladder == null ? null : ladder.state(),
          ladder != null && ladder.onlyInSession(),
          ladder == null ? Sharing.NOTHING : ladder.shared(),
          ladder == null ? null : ladder.pause().map(Pause::cause).orElse(null),
          contactDue,
          steps.stream().map(StepAnswer::of).toList());
    }

    @Override
    public String toString() {
      return "LadderAnswer[redacted]";
    }
  }

  record PromptAnswer(Prompt.Kind kind, String words, String link) {
    static PromptAnswer of(Prompt prompt) {
      return new PromptAnswer(prompt.kind(), prompt.words(), prompt.link());
    }

    @Override
    public String toString() {
      return "PromptAnswer[redacted]";
    }
  }

  /// @param settled whether its discomfort has fallen, by a rule of our own
  record StepAnswer(
      UUID id,
      Setting stage,
      StepState state,
      String title,
      PromptAnswer prompt,
      boolean settled,
      List<TimeAnswer> times) {
    static StepAnswer of(Standing it) {
      var step = it.step();
      return new StepAnswer(
          step.id(),
          step.stage(),
          step.state(),
          step.title(),
          PromptAnswer.of(step.prompt()),
          it.hasSettled(),
          it.repetitions().stream().map(TimeAnswer::of).toList());
    }

    @Override
    public String toString() {
      return "StepAnswer[redacted]";
    }
  }

  /// @param hour the booked hour of a step in session, or null
  /// @param before discomfort 0 to 100, or null
  /// @param moodBefore 0 to 10, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TimeAnswer(
      UUID id,
      RepetitionState state,
      Instant start,
      Instant end,
      @Nullable AppointmentId hour,
      @Nullable Instant begunAt,
      @Nullable Instant endedAt,
      @Nullable String place,
      @Nullable String company,
      @Nullable String stop,
      @Nullable Integer before,
      @Nullable Integer moodBefore,
      @Nullable Integer peak,
      @Nullable Integer after,
      @Nullable Integer moodAfter,
      @Nullable Boolean tears,
      @Nullable String words) {
    static TimeAnswer of(Repetition it) {
      var prepared = it.preparation().orElse(null);
      var noted = it.note().orElse(null);
      return new TimeAnswer(
          it.id(),
          it.state(),
          it.start(),
          it.end(),
          it.hour().orElse(null),
          it.begunAt().orElse(null),
          it.endedAt().orElse(null),
          prepared == null ? null : prepared.place(),
          prepared == null ? null : prepared.company(),
          prepared == null ? null : prepared.stop(),
          prepared == null ? null : prepared.before(),
          prepared == null ? null : prepared.mood(),
          noted == null ? null : noted.peak(),
          noted == null ? null : noted.after(),
          noted == null ? null : noted.mood(),
          noted == null ? null : noted.tears(),
          noted == null ? null : noted.words());
    }

    @Override
    public String toString() {
      return "TimeAnswer[redacted]";
    }
  }

  record CourseAnswer(int before, int peak, int after) {
    static CourseAnswer of(Discomfort it) {
      return new CourseAnswer(it.before(), it.highest(), it.after());
    }

    @Override
    public String toString() {
      return "CourseAnswer[redacted]";
    }
  }

  record SharedStepAnswer(
      UUID id,
      Setting stage,
      String title,
      boolean tried,
      boolean settled,
      List<CourseAnswer> courses) {
    static SharedStepAnswer of(LadderReading.Shared it) {
      return new SharedStepAnswer(
          it.step().id(),
          it.step().stage(),
          it.step().title(),
          it.tried(),
          it.settled(),
          it.courses().stream().map(CourseAnswer::of).toList());
    }

    @Override
    public String toString() {
      return "SharedStepAnswer[redacted]";
    }
  }

  record ProposedAnswer(UUID id, Setting stage, String title) {
    static ProposedAnswer of(Step it) {
      return new ProposedAnswer(it.id(), it.stage(), it.title());
    }

    @Override
    public String toString() {
      return "ProposedAnswer[redacted]";
    }
  }

  /// @param pausedAt since when it rests, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TheirLadderAnswer(
      Sharing shared,
      @Nullable Instant pausedAt,
      List<ProposedAnswer> proposed,
      List<SharedStepAnswer> steps) {
    static TheirLadderAnswer of(LadderReading.Theirs it) {
      return new TheirLadderAnswer(
          it.shared(),
          it.pause().map(Pause::pausedAt).orElse(null),
          it.proposed().stream().map(ProposedAnswer::of).toList(),
          it.steps().stream().map(SharedStepAnswer::of).toList());
    }
  }
}
