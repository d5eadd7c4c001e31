package org.saltwater.home.practice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.therapists.TherapistProblem;
import org.saltwater.therapists.Therapists;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/practice/therapists")
@For(Audience.COORDINATOR)
class StaffPages {
  private final Therapists therapists;
  private final Staff staff;

  StaffPages(Therapists therapists, Staff staff) {
    this.therapists = therapists;
    this.staff = staff;
  }

  @GetMapping
  PageView list(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable UUID after) {
    return PageView.of(
        "home/practice/list",
        StaffList.of(therapists, name, after == null ? null : new TherapistId(after)));
  }

  @GetMapping("/{id}")
  PageView one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String saved) {
    var therapist = staff.get(new TherapistId(id));
    return PageView.of(
        "home/practice/therapist",
        StaffView.of(therapist, staff.countClients(therapist.id()), saved != null));
  }

  @PostMapping("/{id}/places")
  View changePlaces(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String places,
      @RequestParam(required = false) @Nullable String paused) {
    var therapist = new TherapistId(id);
    try {
      staff.changePlaces(me, therapist, number(places), paused != null);
      return SeeOther.to("/practice/therapists/" + id + "?saved");
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return PageView.of(
              "home/practice/therapist",
              new StaffView(
                  staff.get(therapist),
                  staff.countClients(therapist),
                  places,
                  paused != null,
                  FormErrors.of(refusal),
                  false))
          .withStatus(422);
    }
  }

  @GetMapping("/{id}/leaving")
  PageView leaving(@PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
    return leavingPage(new TherapistId(id), name, FormErrors.none());
  }

  @PostMapping("/{id}/leaving")
  View leave(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable UUID deputy) {
    try {
      if (deputy == null) {
        throw new Refusal(TherapistProblem.DEPUTY_UNFIT);
      }
      staff.leave(me, new TherapistId(id), new TherapistId(deputy));
      return SeeOther.to("/practice/therapists/" + id);
    } catch (Refusal refusal) {
      if (refusal.type() != TherapistProblem.DEPUTY_UNFIT) {
        throw refusal;
      }
      var problem = new FieldProblem("deputy", "home.practice.deputy.problem");
      return leavingPage(new TherapistId(id), name, new FormErrors(List.of(problem)))
          .withStatus(422);
    }
  }

  private PageView leavingPage(TherapistId id, String name, FormErrors errors) {
    var therapist = staff.get(id);
    var deputies =
        StaffList.of(therapists, name, null).therapists().stream()
            .filter(other -> !other.id().equals(id))
            .toList();
    return PageView.of(
        "home/practice/leaving",
        new LeavingView(therapist, staff.countClients(id), name.strip(), deputies, errors));
  }

  private static int number(String typed) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
