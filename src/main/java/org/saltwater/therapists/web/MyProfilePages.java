package org.saltwater.therapists.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A therapist writes their own profile; the first time they save it, they appear in the practice.
@Controller
@For(Audience.THERAPIST)
class MyProfilePages {
  private final Therapists therapists;
  private final WaysToMeet ways;
  private final MessageSource bundles;

  MyProfilePages(Therapists therapists, WaysToMeet ways, MessageSource bundles) {
    this.therapists = therapists;
    this.ways = ways;
    this.bundles = bundles;
  }

  @GetMapping("/my-profile")
  PageView show(
      @AuthenticationPrincipal SignedIn me, @RequestParam @Nullable String saved, Locale locale) {
    var profile = therapists.find(me.therapist()).orElseGet(() -> blank(me));
    return page(profile, ProfileForm.of(profile), FormErrors.none(), saved != null, locale);
  }

  @PostMapping("/my-profile")
  View save(@AuthenticationPrincipal SignedIn me, @ModelAttribute ProfileForm form, Locale locale) {
    var profile = therapists.find(me.therapist()).orElseGet(() -> blank(me));
    var problems = ProfileCheck.problems(form, ways);
    if (!problems.isEmpty()) {
      return page(profile, form, new FormErrors(problems), false, locale).withStatus(422);
    }
    therapists.save(form.applyTo(profile));
    return SeeOther.to("/my-profile?saved");
  }

  private PageView page(
      TherapistProfile profile, ProfileForm form, FormErrors errors, boolean saved, Locale locale) {
    return PageView.of(
        "therapists/my-profile",
        MyProfileView.of(
            profile, form, errors, saved, new ProfileWords(new Words(bundles, locale)), ways));
  }

  /// Where somebody begins who was just invited: nothing offered until they say so.
  static TherapistProfile blank(SignedIn me) {
    return new TherapistProfile(
        me.therapist(),
        me.name(),
        "",
        "",
        Set.of(),
        Set.of(),
        me.zone(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        10,
        0,
        Standing.ACTIVE);
  }
}
