package org.saltwater.care.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.CareProblem;
import org.saltwater.care.TherapistChange;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.therapists.TherapistProblem;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The last steps of a change of therapist: who fits, when, and everything that will happen, told
/// once more before it does.
@Controller
@RequestMapping("/change-therapist")
@For(Audience.CLIENT)
class ChangeBookingPages {
  private static final Set<ProblemType> ANOTHER_TIME =
      Set.of(
          SchedulingProblem.SLOT_TAKEN,
          SchedulingProblem.SLOT_NOT_OFFERED,
          SchedulingProblem.CLIENT_BUSY);
  private static final Set<ProblemType> ANOTHER_PERSON =
      Set.of(
          TherapistProblem.THERAPIST_FULL,
          CareProblem.THERAPIST_DOES_NOT_FIT,
          CareProblem.SAME_THERAPIST);

  private final TherapistChanges changes;
  private final ChangeViews views;
  private final Appointments appointments;
  private final MessageSource bundles;

  ChangeBookingPages(
      TherapistChanges changes,
      ChangeViews views,
      Appointments appointments,
      MessageSource bundles) {
    this.changes = changes;
    this.views = views;
    this.appointments = appointments;
    this.bundles = bundles;
  }

  @GetMapping("/matches")
  View matches(@AuthenticationPrincipal SignedIn me, Locale locale) {
    return ready(me)
        .<View>map(it -> views.matches(it, new Words(bundles, locale), ""))
        .orElseGet(() -> SeeOther.to("/change-therapist"));
  }

  @GetMapping("/with/{therapist}")
  View with(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String therapist,
      @RequestParam(required = false) @Nullable Instant start,
      @RequestParam(required = false) @Nullable Modality modality,
      @RequestParam(defaultValue = "") String from,
      Locale locale) {
    var change = ready(me);
    if (change.isEmpty()) {
      return SeeOther.to("/change-therapist");
    }
    return start == null || modality == null
        ? views.times(me, id(therapist), modality, from, "")
        : views.review(
            me, change.get(), id(therapist), start, modality, new Words(bundles, locale));
  }

  /// Keeps the time while the client reads what will happen.
  @PostMapping("/with/{therapist}/hold")
  View hold(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String therapist,
      @RequestParam Instant start,
      @RequestParam Modality modality,
      Locale locale) {
    var change = ready(me);
    if (change.isEmpty()) {
      return SeeOther.to("/change-therapist");
    }
    var to = id(therapist);
    try {
      changes.requireFit(change.get(), to, modality);
      appointments.hold(me.client(), to, start, modality);
    } catch (Refusal refusal) {
      // Busy with the therapist before at that time: the change itself makes room for it.
      if (refusal.type() != SchedulingProblem.CLIENT_BUSY) {
        return elsewhere(me, change.get(), to, modality, refusal, locale);
      }
    }
    return SeeOther.to(
        "/change-therapist/with/" + to + "?start=" + start + "&modality=" + modality);
  }

  @PostMapping("/with/{therapist}")
  View complete(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String therapist,
      @RequestParam UUID change,
      @RequestParam Instant start,
      @RequestParam Modality modality,
      Locale locale) {
    var to = id(therapist);
    if (!isReady(me, change)) {
      return SeeOther.to("/change-therapist");
    }
    try {
      changes.complete(change, me.client(), to, start, modality);
    } catch (Refusal refusal) {
      return elsewhere(me, changes.get(change, me.client()), to, modality, refusal, locale);
    }
    return done(change);
  }

  /// With the deputy of a therapist who has left; the next hour is booked whenever it suits.
  @PostMapping("/stay")
  View stay(@AuthenticationPrincipal SignedIn me, @RequestParam UUID change, Locale locale) {
    if (!isReady(me, change)) {
      return SeeOther.to("/change-therapist");
    }
    try {
      changes.stay(change, me.client());
    } catch (Refusal refusal) {
      if (!ANOTHER_PERSON.contains(refusal.type())) {
        throw refusal;
      }
      return matches(changes.get(change, me.client()), refusal, locale);
    }
    return done(change);
  }

  @GetMapping("/done")
  View done(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable UUID change,
      Locale locale) {
    return Optional.ofNullable(change)
        .flatMap(it -> views.done(me.client(), it, new Words(bundles, locale)))
        .<View>map(view -> PageView.of("care/change-done", view))
        .orElseGet(() -> SeeOther.to("/change-therapist"));
  }

  /// Not an error page: other times, or others who fit.
  private View elsewhere(
      SignedIn me,
      TherapistChange change,
      TherapistId to,
      Modality modality,
      Refusal refusal,
      Locale locale) {
    if (ANOTHER_TIME.contains(refusal.type())) {
      return views.times(me, to, modality, "", refusal.type().slug()).withStatus(409);
    }
    if (ANOTHER_PERSON.contains(refusal.type())) {
      return matches(change, refusal, locale);
    }
    throw refusal;
  }

  private PageView matches(TherapistChange change, Refusal refusal, Locale locale) {
    return views.matches(change, new Words(bundles, locale), refusal.type().slug()).withStatus(409);
  }

  private static View done(UUID change) {
    return SeeOther.to("/change-therapist/done?change=" + change);
  }

  /// Whether what travels has been chosen; it may be done by now.
  private boolean isReady(SignedIn me, UUID change) {
    return changes.get(change, me.client()).travels().isPresent();
  }

  private Optional<TherapistChange> ready(SignedIn me) {
    return changes.findBegun(me.client()).filter(it -> it.travels().isPresent());
  }

  private static TherapistId id(String text) {
    try {
      return TherapistId.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }
}
