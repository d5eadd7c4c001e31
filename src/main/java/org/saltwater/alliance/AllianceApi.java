package org.saltwater.alliance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Ruptures and a therapist's own pattern, for programs. Everything may be sent twice.
@RestController
@RequestMapping("/api/v1")
class AllianceApi {
  private final Ruptures ruptures;
  private final Patterns patterns;

  AllianceApi(Ruptures ruptures, Patterns patterns) {
    this.ruptures = ruptures;
    this.patterns = patterns;
  }

  /// @param outcome OPEN, REPAIRED or NOT_REPAIRED
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RuptureAnswer(
      UUID session,
      UUID client,
      Instant hourAt,
      Rupture.Outcome outcome,
      @Nullable Instant settledAt) {}

  /// @param clients how many clients the figures rest on; under five there are none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ShareAnswer(@Nullable Integer count, @Nullable Integer of, @Nullable Integer clients) {
    static ShareAnswer of(Pattern.Share share) {
      return share.isShown()
          ? new ShareAnswer(share.count(), share.of(), share.clients())
          : new ShareAnswer(null, null, null);
    }
  }

  record PatternAnswer(ShareAnswer answered, ShareAnswer noticed, ShareAnswer repaired) {
    static PatternAnswer of(Pattern pattern) {
      return new PatternAnswer(
          ShareAnswer.of(pattern.answered()),
          ShareAnswer.of(pattern.noticed()),
          ShareAnswer.of(pattern.repaired()));
    }
  }

  @GetMapping("/ruptures")
  @For(Audience.THERAPIST)
  List<RuptureAnswer> ruptures(@AuthenticationPrincipal SignedIn me) {
    return ruptures.listToSee(me.therapist()).stream()
        .map(
            it ->
                new RuptureAnswer(
                    it.session().value(),
                    it.client().value(),
                    it.hourAt(),
                    it.outcome(),
                    it.settledAt().orElse(null)))
        .toList();
  }

  @PostMapping("/ruptures/{appointment}/seen")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    ruptures.putAside(me.therapist(), new AppointmentId(appointment));
  }

  @GetMapping("/hours-together")
  @For(Audience.THERAPIST)
  PatternAnswer own(@AuthenticationPrincipal SignedIn me) {
    return PatternAnswer.of(patterns.get(me.therapist()));
  }

  @GetMapping("/hours-together/{therapist}")
  @For(Audience.SUPERVISOR)
  PatternAnswer theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID therapist) {
    return PatternAnswer.of(patterns.get(new TherapistId(therapist), me.id()));
  }

  @PutMapping("/hours-together/supervisors/{supervisor}")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID supervisor) {
    patterns.show(me.therapist(), new PersonId(supervisor));
  }

  @DeleteMapping("/hours-together/supervisors/{supervisor}")
  @For(Audience.THERAPIST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hide(@AuthenticationPrincipal SignedIn me, @PathVariable UUID supervisor) {
    patterns.hide(me.therapist(), new PersonId(supervisor));
  }
}
