package org.saltwater.crying.ladder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Setting;
import org.saltwater.crying.ladder.LadderPauses;
import org.saltwater.crying.ladder.LadderReading;
import org.saltwater.crying.ladder.LadderSteps;
import org.saltwater.crying.ladder.Ladders;
import org.saltwater.crying.ladder.NewStep;
import org.saltwater.crying.ladder.Prompt;
import org.saltwater.crying.ladder.Prompt.Kind;
import org.saltwater.crying.ladder.Resumption;
import org.saltwater.crying.ladder.Sharing;
import org.saltwater.crying.ladder.StepState;
import org.saltwater.crying.ladder.web.LadderAnswers.LadderAnswer;
import org.saltwater.crying.ladder.web.LadderAnswers.TheirLadderAnswer;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.RiskFlags;
import org.saltwater.vault.Evidence;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A ladder and its steps, for programs. Everything may be sent twice.
@RestController
@RequestMapping("/api/v1")
class LadderApi {
  private final Ladders ladders;
  private final LadderReading reading;
  private final LadderSteps steps;
  private final LadderPauses pauses;
  private final RiskFlags risks;

  LadderApi(
      Ladders ladders,
      LadderReading reading,
      LadderSteps steps,
      LadderPauses pauses,
      RiskFlags risks) {
    this.ladders = ladders;
    this.reading = reading;
    this.steps = steps;
    this.pauses = pauses;
    this.risks = risks;
  }

  /// @param onlyInSession whether the client practises with their therapist only
  record LadderOrder(@NotNull Boolean onlyInSession) {}

  record SharingOrder(@NotNull Sharing shared) {}

  record ResumeOrder(@NotNull Resumption how) {}

  /// The annotation stands before the name alone: between `Prompt.` and `Kind` nobody validates it.
  ///
  /// @param words the memory, or a title
  /// @param link https only, or null
  record PromptOrder(@NotNull Kind kind, @Nullable String words, @Nullable String link) {
    Prompt read() {
      return new Prompt(kind, words == null ? "" : words, link == null ? "" : link);
    }

    @Override
    public String toString() {
      return "PromptOrder[redacted]";
    }
  }

  /// @param prompt null for nothing in particular
  record StepOrder(
      @NotNull Setting stage, @NotNull String title, @Nullable @Valid PromptOrder prompt) {
    NewStep read() {
      return new NewStep(stage, title, prompt == null ? Prompt.NONE : prompt.read());
    }

    @Override
    public String toString() {
      return "StepOrder[redacted]";
    }
  }

  record StepStateOrder(@NotNull StepState state) {}

  @GetMapping("/ladder")
  @For(Audience.CLIENT)
  LadderAnswer own(@AuthenticationPrincipal SignedIn me) {
    return LadderAnswer.of(
        ladders.find(me.client()).orElse(null),
        reading.own(me.client()),
        !risks.listOpenFor(me.client()).isEmpty());
  }

  @PutMapping("/ladder")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void begin(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid LadderOrder order) {
    ladders.begin(me.client(), order.onlyInSession());
  }

  @PutMapping("/ladder/sharing")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void share(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid SharingOrder order) {
    ladders.share(me.client(), order.shared());
  }

  @PostMapping("/ladder/resume")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid ResumeOrder order) {
    pauses.resume(me.client(), order.how());
  }

  /// The caller chooses the id, so that it can be sent again; another time it changes the step.
  @PutMapping("/ladder/steps/{step}")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void write(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID step,
      @RequestBody @Valid StepOrder order) {
    var isThere =
        steps.list(Evidence.own(me.client())).stream().anyMatch(it -> it.id().equals(step));
    if (isThere) {
      steps.change(me.client(), step, order.read());
    } else {
      steps.add(me.client(), step, order.read());
    }
  }

  @PutMapping("/ladder/steps/{step}/state")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID step,
      @RequestBody @Valid StepStateOrder order) {
    steps.move(me.client(), step, order.state());
  }

  @GetMapping("/clients/{client}/ladder")
  @For(Audience.THERAPIST)
  TheirLadderAnswer theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return TheirLadderAnswer.of(reading.theirs(me, new ClientId(client)));
  }

  /// The caller chooses the id, so that it can be sent again.
  @PutMapping("/clients/{client}/ladder/steps/{step}")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void propose(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @PathVariable UUID step,
      @RequestBody @Valid StepOrder order) {
    reading.propose(me, new ClientId(client), step, order.read());
  }

  @PostMapping("/ladder-pauses/{pause}/seen")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pause) {
    pauses.putAside(me.therapist(), pause);
  }
}
