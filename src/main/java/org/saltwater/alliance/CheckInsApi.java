package org.saltwater.alliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The check-in for programs. It is not a validated scale.
@RestController
@RequestMapping("/api/v1/sessions/{appointment}/check-in")
@For({Audience.CLIENT, Audience.THERAPIST})
class CheckInsApi {
  private final CheckIns checkIns;

  CheckInsApi(CheckIns checkIns) {
    this.checkIns = checkIns;
  }

  /// The person's own.
  @GetMapping
  CheckInAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return checkIns
        .findOwn(me, new AppointmentId(appointment))
        .map(
            saved ->
                new CheckInAnswer(
                    saved.savedAt(),
                    saved.answers().map(CheckIn::ratings).orElse(null),
                    saved.answers().map(CheckIn::feltWrong).orElse(null),
                    saved.answers().map(CheckIn::wordsShared).orElse(null)))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Saves the person's own; again replaces it. No ratings and no text mean that they skipped it.
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid CheckInRequest request) {
    var text = request.feltWrong() == null ? "" : request.feltWrong();
    var shared = Boolean.TRUE.equals(request.wordsShared());
    checkIns.save(me, new AppointmentId(appointment), new CheckIn(request.ratings(), text, shared));
  }

  /// @param ratings from 0, not at all, to 4, completely; null if the person skipped it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CheckInAnswer(
      Instant savedAt,
      @Nullable Map<Item, Integer> ratings,
      @Nullable String feltWrong,
      @Nullable Boolean wordsShared) {
    @Override
    public String toString() {
      return "CheckInAnswer[redacted]";
    }
  }

  /// @param wordsShared whether the therapist of that hour may read what felt wrong; not if left
  // out
  record CheckInRequest(
      @NotNull Map<Item, @NotNull Integer> ratings,
      @Nullable String feltWrong,
      @Nullable Boolean wordsShared) {
    @Override
    public String toString() {
      return "CheckInRequest[redacted]";
    }
  }
}
