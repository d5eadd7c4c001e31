package org.saltwater.progress.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Sign;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a therapist wants to know before an hour, for programs.
@RestController
@RequestMapping("/api/v1/sessions/{appointment}/before")
@For(Audience.THERAPIST)
class BeforeApi {
  private final BeforeReading reading;

  BeforeApi(BeforeReading reading) {
    this.reading = reading;
  }

  /// @param before the last total before the last hour, or null
  /// @param change the class of change since the start, or `one` or `none`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScoreAnswer(
      String instrument, int now, Instant at, @Nullable Integer before, int first, String change) {
    @Override
    public String toString() {
      return "ScoreAnswer[redacted]";
    }
  }

  /// @param near how near, 0 to 10, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NearAnswer(String words, @Nullable Integer near) {
    @Override
    public String toString() {
      return "NearAnswer[redacted]";
    }
  }

  /// @param since when the last hour ended, or null before the first
  /// @param mean of the client's check-in after it, 0 to 4, or null
  /// @param rupture `open`, `repaired`, `not-repaired` or null
  /// @param messages how many the client has written since
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BeforeAnswer(
      UUID client,
      Instant start,
      @Nullable Instant since,
      @Nullable String agenda,
      List<ScoreAnswer> scores,
      List<Sign.Kind> signs,
      @Nullable String mean,
      boolean feltWrong,
      @Nullable String rupture,
      @Nullable Long messages,
      List<NearAnswer> goals,
      int flags) {
    @Override
    public String toString() {
      return "BeforeAnswer[redacted]";
    }
  }

  @GetMapping
  BeforeAnswer get(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment, Locale locale) {
    var it = reading.read(me, new AppointmentId(appointment), locale);
    var hour = it.hour();
    var note = it.agenda();
    return new BeforeAnswer(
        it.clientId().value(),
        it.start(),
        it.since(),
        note == null ? null : note.words(),
        it.scores().stream()
            .map(
                score ->
                    new ScoreAnswer(
                        score.key(),
                        score.now(),
                        score.at(),
                        score.before(),
                        score.first(),
                        score.change()))
            .toList(),
        it.signs().stream().map(Sign::kind).toList(),
        hour == null ? null : hour.mean(),
        hour != null && hour.feltWrong(),
        it.rupture(),
        it.messages(),
        it.openGoals().stream()
            .map(
                goal ->
                    new NearAnswer(
                        goal.words(), goal.newest().map(near -> near.value()).orElse(null)))
            .toList(),
        it.flags().size());
  }
}
