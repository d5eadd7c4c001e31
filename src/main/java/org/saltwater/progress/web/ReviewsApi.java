package org.saltwater.progress.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Review;
import org.saltwater.progress.Review.Prompt;
import org.saltwater.progress.Reviews;
import org.saltwater.progress.Sign;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is worth reviewing together, for programs.
@RestController
@RequestMapping("/api/v1/clients/{client}/reviews")
class ReviewsApi {
  private final ProgressReading reading;
  private final Reviews reviews;

  ReviewsApi(ProgressReading reading, Reviews reviews) {
    this.reading = reading;
    this.reviews = reviews;
  }

  /// @param closedCourses how many closed courses of this practice it rests on, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignAnswer(
      Sign.Kind kind,
      String instrument,
      int first,
      int total,
      Instant at,
      @Nullable Integer closedCourses) {
    static SignAnswer of(Sign it) {
      return new SignAnswer(
          it.kind(),
          it.instrument().id(),
          it.first(),
          it.total(),
          it.at(),
          it.closed() == 0 ? null : it.closed());
    }

    @Override
    public String toString() {
      return "SignAnswer[redacted]";
    }
  }

  record ReviewAnswer(UUID id, UUID by, Instant at, Set<Prompt> looked, String note) {
    static ReviewAnswer of(Review it) {
      return new ReviewAnswer(it.id(), it.by().value(), it.at(), it.looked(), it.note());
    }

    @Override
    public String toString() {
      return "ReviewAnswer[redacted]";
    }
  }

  record ReviewsAnswer(List<SignAnswer> signs, List<ReviewAnswer> reviews) {}

  record ReviewOrder(@NotNull Set<@NotNull Prompt> looked, @Nullable String note) {
    @Override
    public String toString() {
      return "ReviewOrder[redacted]";
    }
  }

  @GetMapping
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  ReviewsAnswer list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    var id = new ClientId(client);
    return new ReviewsAnswer(
        reading.signs(me, id).stream().map(SignAnswer::of).toList(),
        reading.reviews(me, id).stream().map(ReviewAnswer::of).toList());
  }

  @PutMapping("/{review}")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @PathVariable UUID review,
      @RequestBody @Valid ReviewOrder order) {
    var note = order.note() == null ? "" : order.note();
    reviews.keep(me, new ClientId(client), review, order.looked(), note);
  }
}
