package org.saltwater.progress.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Band;
import org.saltwater.measures.Change;
import org.saltwater.measures.Cut;
import org.saltwater.measures.Instrument;
import org.saltwater.progress.Goal;
import org.saltwater.progress.Goals;
import org.saltwater.progress.Questions;
import org.saltwater.progress.Reading;
import org.saltwater.progress.Sitting;
import org.saltwater.progress.Trend;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is measured, for programs. Everything may be sent twice.
@RestController
@RequestMapping("/api/v1")
class ProgressApi {
  private final ProgressReading reading;
  private final Questions questions;
  private final Goals goals;

  ProgressApi(ProgressReading reading, Questions questions, Goals goals) {
    this.reading = reading;
    this.questions = questions;
    this.goals = goals;
  }

  /// @param change RECOVERED, IMPROVED, UNCHANGED or DETERIORATED; null with one reading, or
  // without a published reliable change
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TrendAnswer(String instrument, @Nullable String change, List<ReadingAnswer> readings) {
    static TrendAnswer of(Trend trend) {
      return new TrendAnswer(
          trend.instrument().id(),
          trend.change().map(Change::name).orElse(null),
          trend.readings().stream().map(ReadingAnswer::of).toList());
    }
  }

  /// @param first whether it comes from the questionnaire at the beginning
  /// @param band the range the total lies in, or null
  /// @param imputed how many items left out were filled with the mean of the others
  /// @param reached names of the cut-offs and criteria reached
  /// @param flags link ids of the items whose answer brings a human
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadingAnswer(
      Instant at,
      boolean first,
      int value,
      @Nullable String band,
      int imputed,
      List<String> reached,
      List<String> flags) {
    static ReadingAnswer of(Reading reading) {
      var total = reading.total();
      return new ReadingAnswer(
          reading.at(),
          reading.first(),
          total.value(),
          total.band().map(Band::name).orElse(null),
          total.imputed(),
          Stream.concat(total.reached().stream().map(Cut::name), total.met().stream())
              .distinct()
              .toList(),
          total.flags());
    }

    @Override
    public String toString() {
      return "ReadingAnswer[redacted]";
    }
  }

  record RatingAnswer(Instant at, int value) {
    @Override
    public String toString() {
      return "RatingAnswer[redacted]";
    }
  }

  /// @param closedAt null while it is open
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GoalAnswer(
      UUID id,
      String words,
      Instant madeAt,
      @Nullable Instant closedAt,
      List<RatingAnswer> ratings) {
    static GoalAnswer of(Goal goal) {
      return new GoalAnswer(
          goal.id(),
          goal.words(),
          goal.madeAt(),
          goal.closedAt().orElse(null),
          goal.ratings().stream().map(it -> new RatingAnswer(it.at(), it.value())).toList());
    }

    @Override
    public String toString() {
      return "GoalAnswer[redacted]";
    }
  }

  /// @param goals none for someone who may not read them
  record ProgressAnswer(List<TrendAnswer> trends, List<Instant> sessions, List<GoalAnswer> goals) {}

  record AskedAnswer(Instrument instrument, Map<String, Integer> answers, boolean done) {
    @Override
    public String toString() {
      return "AskedAnswer[redacted]";
    }
  }

  /// @param before the appointment that it is asked for, if any
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SittingAnswer(
      @Nullable UUID before, List<AskedAnswer> instruments, List<GoalAnswer> goals) {}

  /// @param answers item link id to value; null takes one back, the others stay
  /// @param done whether the client is through with it
  record AnswersOrder(@NotNull Map<String, @Nullable Integer> answers, boolean done) {
    @Override
    public String toString() {
      return "AnswersOrder[redacted]";
    }
  }

  /// @param help whether help is to be shown at once; /help-now holds it
  record SavedAnswer(boolean help) {}

  record GoalOrder(@NotNull String words) {
    @Override
    public String toString() {
      return "GoalOrder[redacted]";
    }
  }

  /// @param value 0, not at all, to 10, reached
  record RatingOrder(@NotNull Integer value) {
    @Override
    public String toString() {
      return "RatingOrder[redacted]";
    }
  }

  @GetMapping("/progress")
  @For(Audience.CLIENT)
  ProgressAnswer own(@AuthenticationPrincipal SignedIn me) {
    return answer(me, me.client());
  }

  @GetMapping("/clients/{client}/progress")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  ProgressAnswer theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return answer(me, new ClientId(client));
  }

  @GetMapping("/progress/questions")
  @For(Audience.CLIENT)
  SittingAnswer questions(@AuthenticationPrincipal SignedIn me) {
    var sitting = questions.now(me.client());
    return new SittingAnswer(
        sitting.before().map(it -> it.value()).orElse(null),
        sitting.steps().stream()
            .filter(Sitting.Asked.class::isInstance)
            .map(Sitting.Asked.class::cast)
            .map(it -> new AskedAnswer(it.instrument(), it.answers().values(), it.isDone()))
            .toList(),
        sitting.steps().stream()
            .filter(Sitting.Rated.class::isInstance)
            .flatMap(it -> ((Sitting.Rated) it).goals().stream())
            .map(GoalAnswer::of)
            .toList());
  }

  @PutMapping("/progress/questions/{instrument}")
  @For(Audience.CLIENT)
  SavedAnswer save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String instrument,
      @RequestBody @Valid AnswersOrder order) {
    var saved = questions.save(me.client(), instrument, order.answers());
    if (order.done()) {
      questions.finish(me.client(), instrument);
    }
    return new SavedAnswer(saved.help());
  }

  @PostMapping("/progress/questions/skip")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void skip(@AuthenticationPrincipal SignedIn me) {
    questions.skip(me.client());
  }

  /// The caller chooses the id, so that it can be sent again.
  @PutMapping("/progress/goals/{goal}")
  @For(Audience.CLIENT)
  GoalAnswer add(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID goal,
      @RequestBody @Valid GoalOrder order) {
    return GoalAnswer.of(goals.add(me.client(), goal, order.words()));
  }

  @PutMapping("/progress/goals/{goal}/rating")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rate(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID goal,
      @RequestBody @Valid RatingOrder order) {
    goals.rate(me.client(), goal, order.value());
  }

  @DeleteMapping("/progress/goals/{goal}")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@AuthenticationPrincipal SignedIn me, @PathVariable UUID goal) {
    goals.close(me.client(), goal);
  }

  private ProgressAnswer answer(SignedIn me, ClientId client) {
    var found = reading.goals(me, client);
    return new ProgressAnswer(
        reading.trends(me, client).stream().map(TrendAnswer::of).toList(),
        reading.sessions(me, client),
        found == null ? List.of() : found.stream().map(GoalAnswer::of).toList());
  }
}
