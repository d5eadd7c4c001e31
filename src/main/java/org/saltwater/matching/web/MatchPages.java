package org.saltwater.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.matching.Introductions;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.MatchResult;
import org.saltwater.matching.Matching;
import org.saltwater.matching.Waitlist;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who fits, for a visitor with a finished questionnaire or a signed-in client. Everyone else is
/// led to the questionnaire.
@Controller
@For(Audience.ANYONE)
class MatchPages {
  private static final int ON_A_PAGE = 10;

  private final Seekers seekers;
  private final Matching matching;
  private final Introductions introductions;
  private final Waitlist waitlist;
  private final People people;
  private final MessageSource bundles;

  MatchPages(
      Seekers seekers,
      Matching matching,
      Introductions introductions,
      Waitlist waitlist,
      People people,
      MessageSource bundles) {
    this.seekers = seekers;
    this.matching = matching;
    this.introductions = introductions;
    this.waitlist = waitlist;
    this.people = people;
    this.bundles = bundles;
  }

  @GetMapping("/matches")
  View matches(HttpServletRequest request, Locale locale) {
    return seekers
        .find(request)
        .<View>map(answers -> matches(answers, new Words(bundles, locale)))
        .orElse(SeeOther.to("/begin"));
  }

  @GetMapping("/matches/all")
  View all(HttpServletRequest request, @RequestParam @Nullable String from, Locale locale) {
    return seekers
        .find(request)
        .<View>map(answers -> all(answers, from, new Words(bundles, locale)))
        .orElse(SeeOther.to("/begin"));
  }

  /// Joining the line. An address is asked only of who has no account.
  @PostMapping("/matches/wait")
  View join(
      HttpServletRequest request, @RequestParam(defaultValue = "") String email, Locale locale) {
    var answers = seekers.find(request).orElse(null);
    if (answers == null) {
      return SeeOther.to("/begin");
    }
    if (!isEmailNeeded(answers)) {
      waitlist.join(answers, Optional.empty());
    } else if (People.isEmail(email.strip())) {
      waitlist.join(answers, Optional.of(new Redacted<>(email.strip())));
    } else {
      var problem = new FieldProblem("email", "matching.problem.email");
      var errors = new FormErrors(List.of(problem));
      return nobody(answers, new Words(bundles, locale), email, errors).withStatus(422);
    }
    return SeeOther.to("/matches");
  }

  @PostMapping("/matches/wait/leave")
  View leave(HttpServletRequest request) {
    seekers.find(request).ifPresent(answers -> waitlist.leave(answers.client()));
    return SeeOther.to("/matches");
  }

  private PageView matches(MatchingAnswers answers, Words words) {
    return switch (matching.find(MatchRequest.of(answers))) {
      case MatchResult.Found found ->
          PageView.of(
              "matching/matches",
              new MatchesView(
                  introductions.of(found.candidates(), answers, words),
                  found.fitting(),
                  matching.withinDays(),
                  waitlist.find(answers.client()).isPresent()));
      case MatchResult.NobodyFits nobody -> nobody(answers, nobody, words, "", FormErrors.none());
    };
  }

  private PageView all(MatchingAnswers answers, @Nullable String from, Words words) {
    var page = matching.listAll(MatchRequest.of(answers), from, ON_A_PAGE);
    return PageView.of(
        "matching/all",
        new AllMatchesView(
            introductions.of(page.candidates(), answers, words),
            page.fitting(),
            page.next().map(cursor -> "/matches/all?from=" + cursor).orElse(null),
            from != null));
  }

  private PageView nobody(MatchingAnswers answers, Words words, String email, FormErrors errors) {
    return matching.find(MatchRequest.of(answers)) instanceof MatchResult.NobodyFits nobody
        ? nobody(answers, nobody, words, email, errors)
        : matches(answers, words);
  }

  private PageView nobody(
      MatchingAnswers answers,
      MatchResult.NobodyFits nobody,
      Words words,
      String email,
      FormErrors errors) {
    return PageView.of(
        "matching/nobody",
        new NobodyView(
            introductions.relaxations(nobody.relaxations(), answers, words),
            waitlist.find(answers.client()),
            isEmailNeeded(answers),
            email,
            errors,
            matching.withinDays()));
  }

  private boolean isEmailNeeded(MatchingAnswers answers) {
    return people.find(answers.client().person()).isEmpty();
  }
}
