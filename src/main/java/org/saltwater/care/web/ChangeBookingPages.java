package org.saltwater.care.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.TherapistChange;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointments;
import org.saltwater.site.PageView;
import org.saltwater.site.Words;
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
        .orElseGet(() -> Ways.to("/change-therapist"));
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
      return Ways.to("/change-therapist");
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
      @RequestParam Modality modality) {
    if (ready(me).isEmpty()) {
      return Ways.to("/change-therapist");
    }
    try {
      appointments.hold(me.client(), id(therapist), start, modality);
    } catch (Refusal refusal) {
      // Busy with the therapist before at that time: the change itself makes room for it.
      if (!refusal.type().slug().equals("client-busy")) {
        return views.times(me, id(therapist), modality, "", refusal.type().slug()).withStatus(409);
      }
    }
    return Ways.to(
        "/change-therapist/with/" + id(therapist) + "?start=" + start + "&modality=" + modality);
  }

  @PostMapping("/with/{therapist}")
  View complete(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String therapist,
      @RequestParam Instant start,
      @RequestParam Modality modality,
      Locale locale) {
    var change = ready(me);
    if (change.isEmpty()) {
      return Ways.to("/change-therapist/done");
    }
    try {
      changes.complete(change.get().id(), me.client(), id(therapist), start, modality);
    } catch (Refusal refusal) {
      var slug = refusal.type().slug();
      return switch (slug) {
        case "slot-taken", "slot-not-offered", "client-busy" ->
            views.times(me, id(therapist), modality, "", slug).withStatus(409);
        case "therapist-full" ->
            views.matches(change.get(), new Words(bundles, locale), slug).withStatus(409);
        default -> throw refusal;
      };
    }
    return Ways.to("/change-therapist/done");
  }

  @GetMapping("/done")
  View done(@AuthenticationPrincipal SignedIn me, Locale locale) {
    return views
        .done(me.client(), new Words(bundles, locale))
        .<View>map(view -> PageView.of("care/change-done", view))
        .orElseGet(() -> Ways.to("/change-therapist"));
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
