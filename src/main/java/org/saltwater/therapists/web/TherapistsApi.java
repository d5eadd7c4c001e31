package org.saltwater.therapists.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.site.Words;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whatever the pages about therapists can do, for programs.
@RestController
@RequestMapping("/api/v1/therapists")
class TherapistsApi {
  private static final int LARGEST_PAGE = 100;

  private final Therapists therapists;
  private final WaysToMeet ways;
  private final MessageSource bundles;

  TherapistsApi(Therapists therapists, WaysToMeet ways, MessageSource bundles) {
    this.ways = ways;
    this.therapists = therapists;
    this.bundles = bundles;
  }

  /// What anyone may read of a therapist.
  record Profile(
      String id,
      String name,
      String title,
      String about,
      List<String> licences,
      List<String> languages,
      String zone,
      Set<Modality> modalities,
      Set<ProblemDomain> specialties,
      Set<Approach> approaches,
      boolean takesClients) {
    static Profile of(TherapistProfile profile) {
      return new Profile(
          profile.id().toString(),
          profile.name(),
          profile.title(),
          profile.about(),
          profile.licences().stream().map(Jurisdiction::code).sorted().toList(),
          profile.languages().stream().sorted().toList(),
          profile.zone().getId(),
          profile.modalities(),
          profile.specialties(),
          profile.approaches(),
          profile.free() > 0);
    }
  }

  /// @param next the cursor of the page after; null on the last
  record ProfilePage(List<Place> therapists, @Nullable String next) {}

  /// A therapist in the coordinator's list, with what only the practice may know.
  record Place(
      Profile profile, int capacity, int taken, boolean worksWithHighRisk, String standing) {
    static Place of(TherapistProfile profile) {
      return new Place(
          Profile.of(profile),
          profile.capacity(),
          profile.taken(),
          profile.worksWithHighRisk(),
          profile.standing().name());
    }
  }

  record Confirmation(@Nullable List<String> licences, @Nullable Boolean worksWithHighRisk) {}

  record Leaving(String deputy) {}

  @GetMapping
  @For(Audience.COORDINATOR)
  ProfilePage list(
      @RequestParam @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
    var most = Math.clamp(size, 1, LARGEST_PAGE);
    var page = therapists.listFrom(cursor == null ? null : Ids.therapist(cursor), most);
    return new ProfilePage(
        page.stream().map(Place::of).toList(),
        page.size() < most ? null : page.getLast().id().toString());
  }

  @GetMapping("/{id}")
  @For(Audience.ANYONE)
  Profile get(@PathVariable String id) {
    return Profile.of(therapists.get(Ids.therapist(id)));
  }

  @GetMapping("/me")
  @For(Audience.THERAPIST)
  Place mine(@AuthenticationPrincipal SignedIn me) {
    return Place.of(therapists.get(me.therapist()));
  }

  @PutMapping("/me")
  @For(Audience.THERAPIST)
  Place saveMine(@AuthenticationPrincipal SignedIn me, @RequestBody ProfileForm form) {
    refuse(ProfileCheck.problems(form, ways));
    var current = therapists.find(me.therapist()).orElseGet(() -> MyProfilePages.blank(me));
    therapists.save(form.applyTo(current));
    return mine(me);
  }

  @PutMapping("/{id}/licences")
  @For(Audience.COORDINATOR)
  Place confirm(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestBody Confirmation confirmation) {
    var words = new Words(bundles, Locale.ENGLISH);
    var licences = confirmation.licences() == null ? List.<String>of() : confirmation.licences();
    if (confirmation.licences() == null || licences.size() > LicencePages.MOST) {
      refuse(List.of(new FieldProblem("licences", "problem.field.Size")));
    }
    if (!licences.stream()
        .allMatch(it -> LicencePages.isPlace(Objects.requireNonNullElse(it, ""), words))) {
      refuse(List.of(new FieldProblem("licences", "problem.field.other")));
    }
    if (confirmation.worksWithHighRisk() == null) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("worksWithHighRisk", "problem.field.NotNull")));
    }
    var therapist = Ids.therapist(id);
    therapists.confirm(
        therapist,
        licences.stream().map(Jurisdiction::new).collect(Collectors.toSet()),
        confirmation.worksWithHighRisk(),
        me.id());
    return Place.of(therapists.get(therapist));
  }

  @PostMapping("/{id}/leave")
  @For(Audience.COORDINATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(
      @AuthenticationPrincipal SignedIn me, @PathVariable String id, @RequestBody Leaving leaving) {
    therapists.leave(Ids.therapist(id), Ids.therapist(leaving.deputy()), me.id());
  }

  private static void refuse(List<FieldProblem> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
  }
}
