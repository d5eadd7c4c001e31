package org.saltwater.crying.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.MoodPrompts;
import org.saltwater.crying.Response;
import org.saltwater.crying.TearsInTheHour;
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

/// What is asked, for programs: whether tears came in an hour, and how a client is some time after.
@RestController
@RequestMapping("/api/v1")
class TearsApi {
  private final TearsInTheHour hours;
  private final MoodPrompts prompts;
  private final CryingEpisodes episodes;

  TearsApi(TearsInTheHour hours, MoodPrompts prompts, CryingEpisodes episodes) {
    this.hours = hours;
    this.prompts = prompts;
    this.episodes = episodes;
  }

  /// @param answer null for who would rather not say
  /// @param response what a therapist did; ignored from a client
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HourBody(@Nullable HourAnswer answer, @Nullable Set<@NotNull Response> response) {
    @Override
    public String toString() {
      return "HourBody[redacted]";
    }
  }

  record CheckBackAnswer(UUID id, UUID moment, MoodMoment when, Instant closesAt) {}

  /// @param value 0, as low as can be, to 10, as good as can be
  record CheckBackOrder(@NotNull Integer value) {
    @Override
    public String toString() {
      return "CheckBackOrder[redacted]";
    }
  }

  @GetMapping("/sessions/{appointment}/tears")
  @For({Audience.CLIENT, Audience.THERAPIST})
  HourBody get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return hours
        .findOwn(me, new AppointmentId(appointment))
        .map(it -> new HourBody(it.answer(), it.response()))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  @PutMapping("/sessions/{appointment}/tears")
  @For({Audience.CLIENT, Audience.THERAPIST})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid HourBody body) {
    var response = body.response();
    hours.save(
        me, new AppointmentId(appointment), body.answer(), response == null ? Set.of() : response);
  }

  @GetMapping("/check-backs")
  @For(Audience.CLIENT)
  List<CheckBackAnswer> open(@AuthenticationPrincipal SignedIn me) {
    return prompts.listOpen(me.client()).stream()
        .map(it -> new CheckBackAnswer(it.id(), it.episode().value(), it.moment(), it.closesAt()))
        .toList();
  }

  @PutMapping("/check-backs/{prompt}")
  @For(Audience.CLIENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID prompt,
      @RequestBody @Valid CheckBackOrder order) {
    episodes.answer(me.client(), prompt, order.value());
  }
}
