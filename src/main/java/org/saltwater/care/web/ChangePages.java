package org.saltwater.care.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.care.Lack;
import org.saltwater.care.Missing;
import org.saltwater.care.TherapistChange;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The first steps of a change of therapist: what travels, and what was missing. Choosing whom
/// comes after, in [ChangeBookingPages].
@Controller
@RequestMapping("/change-therapist")
@For(Audience.CLIENT)
class ChangePages {
  private final TherapistChanges changes;
  private final Episodes episodes;
  private final Therapists therapists;
  private final OnCall onCall;

  ChangePages(TherapistChanges changes, Episodes episodes, Therapists therapists, OnCall onCall) {
    this.changes = changes;
    this.episodes = episodes;
    this.therapists = therapists;
    this.onCall = onCall;
  }

  @GetMapping
  PageView travels(@AuthenticationPrincipal SignedIn me) {
    var episode = episodes.findOpen(me.client());
    if (episode.isEmpty()) {
      return PageView.of("care/change-nobody", new ChangeNobodyView());
    }
    var chosen =
        changes
            .findBegun(me.client())
            .flatMap(TherapistChange::travels)
            .orElse(TherapistChange.USUALLY);
    return PageView.of("care/change-travels", travels(episode.get(), chosen));
  }

  private ChangeTravelsView travels(Episode episode, Set<Scope> chosen) {
    return new ChangeTravelsView(
        name(episode.therapist()),
        episode.deputyFor().map(this::name).orElse(""),
        changes.listParts(episode.client()),
        chosen,
        changes.summaryDays());
  }

  @PostMapping
  View chooseWhatTravels(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "part", required = false) Optional<Set<Scope>> parts) {
    var change = changes.begin(me.client());
    changes.chooseWhatTravels(change.id(), me.client(), chosen(parts));
    return SeeOther.to("/change-therapist/missing");
  }

  /// A box sent without a value chooses nothing.
  private static <T> Set<T> chosen(Optional<Set<T>> boxes) {
    return boxes.orElse(Set.of()).stream().filter(Objects::nonNull).collect(Collectors.toSet());
  }

  @PostMapping("/give-up")
  View giveUp(@AuthenticationPrincipal SignedIn me) {
    changes.findBegun(me.client()).ifPresent(it -> changes.giveUp(it.id(), me.client()));
    return SeeOther.to("/home");
  }

  @GetMapping("/missing")
  View missing(@AuthenticationPrincipal SignedIn me) {
    var change = changes.findBegun(me.client()).filter(it -> it.travels().isPresent());
    if (change.isEmpty()) {
      return SeeOther.to("/change-therapist");
    }
    var missing = changes.missing(Evidence.own(me.client()), change.get());
    return missing(missing.lacks(), missing.words(), FormErrors.none());
  }

  @PostMapping("/missing")
  View sayWhatWasMissing(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "lack", required = false) Optional<Set<Lack>> lacks,
      @RequestParam(defaultValue = "") String words) {
    var change = changes.findBegun(me.client());
    if (change.isEmpty()) {
      return SeeOther.to("/change-therapist");
    }
    var chosen = chosen(lacks);
    if (words.strip().length() > Missing.MOST_WORDS) {
      var problem = new FieldProblem("words", "care.change.words.too-long", Missing.MOST_WORDS);
      return missing(chosen, words, new FormErrors(List.of(problem))).withStatus(422);
    }
    changes.sayWhatWasMissing(change.get().id(), me.client(), new Missing(chosen, words));
    return SeeOther.to("/change-therapist/matches");
  }

  private PageView missing(Set<Lack> lacks, String words, FormErrors errors) {
    return PageView.of(
        "care/change-missing",
        new ChangeMissingView(
            List.of(Lack.values()), lacks, words, errors, onCall.isSomeoneThere()));
  }

  private String name(TherapistId therapist) {
    return therapists.find(therapist).map(TherapistProfile::name).orElse("");
  }
}
