package org.saltwater.therapists.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What nobody may say of themselves: where a therapist is licensed, and that they are competent
/// for clients at high risk. A coordinator who has seen the papers enters it.
@Controller
@For(Audience.COORDINATOR)
class LicencePages {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Therapists therapists;
  private final MessageSource bundles;

  LicencePages(Therapists therapists, MessageSource bundles) {
    this.therapists = therapists;
    this.bundles = bundles;
  }

  /// More places than any therapist is licensed in; every search carries them.
  static final int MOST = 200;

  @GetMapping("/therapists/{id}/licences")
  PageView show(@PathVariable String id, @RequestParam @Nullable String saved, Locale locale) {
    var profile = therapists.get(Ids.therapist(id));
    var typed =
        profile.licences().stream()
            .map(Jurisdiction::code)
            .sorted()
            .collect(Collectors.joining(", "));
    return page(
        profile, typed, profile.worksWithHighRisk(), FormErrors.none(), saved != null, locale);
  }

  @PostMapping("/therapists/{id}/licences")
  View save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String licences,
      @RequestParam @Nullable String highRisk,
      Locale locale) {
    var profile = therapists.get(Ids.therapist(id));
    var codes =
        Arrays.stream(licences.split("[,;\\s]+", -1))
            .filter(code -> !code.isEmpty())
            .map(code -> code.toUpperCase(Locale.ROOT))
            .toList();
    var words = new Words(bundles, locale);
    var unknown = codes.stream().filter(code -> !isPlace(code, words)).toList();
    if (!unknown.isEmpty() || codes.size() > MOST) {
      var named = unknown.stream().limit(5).map(LicencePages::shortened);
      var problem =
          unknown.isEmpty()
              ? new FieldProblem("licences", "problem.field.Size")
              : new FieldProblem(
                  "licences", "therapists.problem.place", named.collect(Collectors.joining(", ")));
      var errors = new FormErrors(List.of(problem));
      return page(profile, licences, highRisk != null, errors, false, locale).withStatus(422);
    }
    therapists.confirm(
        profile.id(),
        codes.stream().map(Jurisdiction::new).collect(Collectors.toSet()),
        highRisk != null,
        me.id());
    return SeeOther.to("/therapists/" + profile.id() + "/licences?saved");
  }

  private PageView page(
      TherapistProfile profile,
      String typed,
      boolean highRisk,
      FormErrors errors,
      boolean saved,
      Locale locale) {
    var words = new ProfileWords(new Words(bundles, locale));
    return PageView.of(
        "therapists/licences",
        new LicenceView(
            profile.id().toString(),
            profile.name(),
            typed,
            words.places(profile.licences()),
            highRisk,
            errors,
            saved));
  }

  /// A country, or a part of one that gives licences of its own: those have a name in our words, as
  /// the questionnaire offers them.
  static boolean isPlace(String code, Words words) {
    return COUNTRIES.contains(code) || words.has("intake.place." + code);
  }

  private static String shortened(String code) {
    return code.length() > 20 ? code.substring(0, 20) + "…" : code;
  }
}
