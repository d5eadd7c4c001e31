package org.saltwater.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.matching.Explanation;
import org.saltwater.matching.Introductions;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.Matching;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// For a client who knows a name: whether this therapist fits, and if not, why not.
@Controller
@For(Audience.ANYONE)
class ByNamePages {
  private static final int SHOWN = 5;
  private static final int LONGEST_NAME = 200;

  private final Seekers seekers;
  private final Matching matching;
  private final Introductions introductions;
  private final Therapists therapists;
  private final MessageSource bundles;

  ByNamePages(
      Seekers seekers,
      Matching matching,
      Introductions introductions,
      Therapists therapists,
      MessageSource bundles) {
    this.seekers = seekers;
    this.matching = matching;
    this.introductions = introductions;
    this.therapists = therapists;
    this.bundles = bundles;
  }

  @GetMapping("/matches/by-name")
  View byName(
      HttpServletRequest request, @RequestParam(defaultValue = "") String name, Locale locale) {
    return seekers
        .find(request)
        .<View>map(answers -> byName(answers, name.strip(), new Words(bundles, locale)))
        .orElse(SeeOther.to("/begin"));
  }

  private PageView byName(MatchingAnswers answers, String typed, Words words) {
    var name = typed.substring(0, Math.min(typed.length(), LONGEST_NAME));
    var named = therapists.listNamed(name, SHOWN + 1);
    var found = named.stream().limit(SHOWN).map(profile -> found(profile, answers, words)).toList();
    return PageView.of(
        "matching/by-name", new ByNameView(name, !name.isEmpty(), found, named.size() > SHOWN));
  }

  private ByNameView.Found found(TherapistProfile profile, MatchingAnswers answers, Words words) {
    var id = profile.id().toString();
    return switch (matching.explain(MatchRequest.of(answers), profile.id())) {
      case Explanation.Fits fits -> {
        var shown = introductions.of(List.of(fits.candidate()), answers, words);
        yield new ByNameView.Found(id, profile.name(), shown.stream().findFirst(), List.of());
      }
      case Explanation.DoesNotFit not ->
          new ByNameView.Found(
              id,
              profile.name(),
              Optional.empty(),
              introductions.obstacles(
                  profile.id(), not.obstacles(), answers, matching.withinDays(), words));
    };
  }
}
