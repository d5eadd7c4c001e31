package org.saltwater.home.practice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Places and pauses; leaving is `POST /api/v1/therapists/{id}/leave`.
@RestController
@RequestMapping("/api/v1/practice/therapists")
@For(Audience.COORDINATOR)
class StaffApi {
  private final Therapists therapists;
  private final Staff staff;

  StaffApi(Therapists therapists, Staff staff) {
    this.therapists = therapists;
    this.staff = staff;
  }

  record Member(
      UUID id, String name, String title, Standing standing, int places, int taken, int free) {
    static Member of(TherapistProfile therapist) {
      return new Member(
          therapist.id().value(),
          therapist.name(),
          therapist.title(),
          therapist.standing(),
          therapist.capacity(),
          therapist.taken(),
          therapist.free());
    }
  }

  record Members(List<Member> therapists, @Nullable UUID after) {}

  record Places(int places, boolean paused) {}

  @GetMapping
  Members list(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable UUID after) {
    var found = StaffList.of(therapists, name, after == null ? null : new TherapistId(after));
    return new Members(
        found.therapists().stream().map(Member::of).toList(),
        found.after().map(TherapistId::value).orElse(null));
  }

  @GetMapping("/{id}")
  Member one(@PathVariable UUID id) {
    return Member.of(staff.get(new TherapistId(id)));
  }

  @PutMapping("/{id}/places")
  Member changePlaces(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Places places) {
    return Member.of(staff.changePlaces(me, new TherapistId(id), places.places(), places.paused()));
  }
}
