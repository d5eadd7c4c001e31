package org.saltwater.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.company.Along;
import org.saltwater.sessions.company.AlongStanding;
import org.saltwater.sessions.company.Hour;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// An hour, for programs of somebody who comes along to it. They send what their link was changed
/// into as `Company-Token`, or a supervisor's sign-in.
@RestController
@RequestMapping("/api/v1/along")
@For(Audience.ANYONE)
class AlongApi {
  private final Along along;

  AlongApi(Along along) {
    this.along = along;
  }

  /// Uses a link up, for the token that opens the hour from now on.
  @PostMapping
  FollowedAnswer follow(@RequestBody @Valid FollowRequest request, HttpServletRequest http) {
    var followed = along.follow(request.link(), http.getRemoteAddr());
    return new FollowedAnswer(followed.companion(), followed.token().value());
  }

  @GetMapping("/{companion}")
  HourAnswer get(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      HttpServletRequest request) {
    return HourAnswer.of(along.get(request, me, companion));
  }

  /// Their yes, with the name they want to be called by. About another name than before, the two
  /// are asked anew.
  @PostMapping("/{companion}/yes")
  HourAnswer agree(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      @RequestBody @Valid AgreeRequest wanted,
      HttpServletRequest request) {
    return HourAnswer.of(along.agree(request, me, companion, wanted.name()));
  }

  @PostMapping("/{companion}/no")
  HourAnswer decline(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      HttpServletRequest request) {
    return HourAnswer.of(along.decline(request, me, companion));
  }

  /// @param link the last part of the link
  record FollowRequest(@NotNull String link) {
    @Override
    public String toString() {
      return "FollowRequest[redacted]";
    }
  }

  /// @param token to be sent as `Company-Token`, until the hour is over
  record FollowedAnswer(UUID companion, String token) {
    @Override
    public String toString() {
      return "FollowedAnswer[redacted]";
    }
  }

  record AgreeRequest(@NotNull String name) {
    @Override
    public String toString() {
      return "AgreeRequest[redacted]";
    }
  }

  /// @param name what they are called in this hour
  /// @param others who else will be in it; until everyone has said yes only who asked, and nobody
  ///     after a no or the end
  record HourAnswer(
      UUID companion,
      AlongStanding standing,
      String name,
      List<String> others,
      Instant start,
      Instant end) {
    static HourAnswer of(Hour hour) {
      return new HourAnswer(
          hour.companion().id(),
          hour.standing(),
          hour.companion().name(),
          hour.others(),
          hour.start(),
          hour.end());
    }

    @Override
    public String toString() {
      return "HourAnswer[" + companion + "]";
    }
  }
}
