package org.saltwater.crying.ladder.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.ladder.Note;
import org.saltwater.crying.ladder.Preparation;
import org.saltwater.crying.ladder.Repetitions;
import org.saltwater.crying.ladder.web.LadderAnswers.TimeAnswer;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The times of a step, for programs.
@RestController
@RequestMapping("/api/v1/ladder")
@For(Audience.CLIENT)
class RepetitionsApi {
  private final Repetitions repetitions;

  RepetitionsApi(Repetitions repetitions) {
    this.repetitions = repetitions;
  }

  /// @param start with `minutes`, for a time of one's own
  /// @param minutes 5 to 120
  /// @param hour a booked hour, for a step in session
  record PlanOrder(
      @Nullable Instant start, @Nullable Integer minutes, @Nullable AppointmentId hour) {}

  /// @param before discomfort now, 0 to 100, or null
  /// @param mood 0 to 10, or null
  record PreparationOrder(
      @Nullable String place,
      @Nullable String company,
      @Nullable String stop,
      @Nullable Integer before,
      @Nullable Integer mood) {
    @Override
    public String toString() {
      return "PreparationOrder[redacted]";
    }
  }

  /// @param peak discomfort at its highest, 0 to 100, or null
  record NoteOrder(
      @Nullable Integer peak,
      @Nullable Integer after,
      @Nullable Integer mood,
      @Nullable Boolean tears,
      @Nullable String words) {
    @Override
    public String toString() {
      return "NoteOrder[redacted]";
    }
  }

  /// The caller chooses the id, so that it can be sent again.
  @PutMapping("/steps/{step}/times/{time}")
  TimeAnswer plan(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID step,
      @PathVariable UUID time,
      @RequestBody @Valid PlanOrder order) {
    if (order.hour() != null) {
      return TimeAnswer.of(repetitions.planInHour(me.client(), step, time, order.hour()));
    }
    if (order.start() == null) {
      throw Typed.invalid("start", "ladder.plan.date.unreadable");
    }
    if (order.minutes() == null) {
      throw Typed.invalid("minutes", "ladder.plan.minutes.unreadable");
    }
    return TimeAnswer.of(repetitions.plan(me.client(), step, time, order.start(), order.minutes()));
  }

  @PostMapping("/times/{time}/begin")
  TimeAnswer begin(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID time,
      @RequestBody @Valid PreparationOrder order) {
    return TimeAnswer.of(
        repetitions.begin(
            me.client(),
            time,
            new Preparation(
                said(order.place()),
                said(order.company()),
                said(order.stop()),
                order.before(),
                order.mood())));
  }

  @PostMapping("/times/{time}/end")
  TimeAnswer end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    return TimeAnswer.of(repetitions.end(me.client(), time));
  }

  @PutMapping("/times/{time}/note")
  TimeAnswer note(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID time,
      @RequestBody @Valid NoteOrder order) {
    return TimeAnswer.of(
        repetitions.note(
            me.client(),
            time,
            new Note(
                order.peak(), order.after(), order.mood(), order.tears(), said(order.words()))));
  }

  @DeleteMapping("/times/{time}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID time) {
    repetitions.giveUp(me.client(), time);
  }

  private static String said(@Nullable String words) {
    return words == null ? "" : words;
  }
}
