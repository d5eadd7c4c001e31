package org.saltwater.safety.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.safety.RiskState;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/risk-flags")
@For({Audience.COORDINATOR, Audience.THERAPIST})
class RiskFlagsApi {
  private final FollowUp followUp;

  RiskFlagsApi(FollowUp followUp) {
    this.followUp = followUp;
  }

  record FlagAnswer(
      UUID id,
      UUID client,
      RiskLevel level,
      RiskSource source,
      RiskState state,
      Instant raisedAt,
      Instant contactBy) {
    static FlagAnswer of(RiskFlag flag) {
      return new FlagAnswer(
          flag.id(),
          flag.client().value(),
          flag.level(),
          flag.source(),
          flag.state(),
          flag.raisedAt(),
          flag.contactBy());
    }
  }

  /// @param next the cursor of the page after, or null
  record FlagList(List<FlagAnswer> flags, @Nullable String next) {}

  record StateOrder(@NotNull RiskState state) {}

  /// @param howToReach empty if the client left nothing
  record ReachAnswer(String howToReach) {
    @Override
    public String toString() {
      return "ReachAnswer[redacted]";
    }
  }

  /// Open ones that the caller may see, the soonest due first.
  ///
  /// @param cursor `next` of the page before
  @GetMapping
  FlagList list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String cursor) {
    var page =
        Cursor.page(followUp.listFor(me), cursor, flag -> new Cursor(flag.contactBy(), flag.id()));
    return new FlagList(page.map(FlagAnswer::of), page.next());
  }

  @GetMapping("/{id}")
  FlagAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return FlagAnswer.of(followUp.get(me, id));
  }

  @PutMapping("/{id}/state")
  FlagAnswer move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID id,
      @RequestBody @Valid StateOrder order) {
    return FlagAnswer.of(followUp.move(me, id, order.state()));
  }

  /// A POST, because each look is written down.
  @PostMapping("/{id}/reach")
  ReachAnswer reach(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return new ReachAnswer(followUp.reach(me, id));
  }
}
