package org.saltwater.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Candidate;
import org.saltwater.matching.Explanation;
import org.saltwater.matching.HardFilter;
import org.saltwater.matching.Introduction;
import org.saltwater.matching.Introductions;
import org.saltwater.matching.MatchRequest;
import org.saltwater.matching.MatchResult;
import org.saltwater.matching.Matching;
import org.saltwater.matching.Obstacle;
import org.saltwater.site.Words;
import org.saltwater.therapists.TherapistProblem;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who fits, for programs, with the same reasons in words. Like the pages it shows no score: an
/// order and its reasons are all there is to know.
@RestController
@RequestMapping("/api/v1/matches")
@For(Audience.ANYONE)
class MatchesApi {
  private static final int LARGEST_PAGE = 50;

  private final Seekers seekers;
  private final Matching matching;
  private final Introductions introductions;
  private final MessageSource bundles;

  MatchesApi(
      Seekers seekers, Matching matching, Introductions introductions, MessageSource bundles) {
    this.seekers = seekers;
    this.matching = matching;
    this.introductions = introductions;
    this.bundles = bundles;
  }

  /// @param relaxations what would help if nobody fits
  record Matches(List<Match> therapists, int fitting, List<String> relaxations) {}

  /// @param next the cursor of the page after; null on the last
  record MatchList(List<Match> therapists, int fitting, @Nullable String next) {}

  /// @param start of the first free hour at a time that suits the client
  record Match(
      String therapist,
      String name,
      String about,
      Instant start,
      long minutes,
      Modality modality,
      List<Sentence> reasons) {}

  record Sentence(String text, boolean met) {}

  /// @param match null if the therapist does not fit
  record Answer(boolean fits, @Nullable Match match, List<Hindrance> obstacles) {}

  record Hindrance(HardFilter filter, String text) {}

  @GetMapping
  Matches find(HttpServletRequest request, Locale locale) {
    var answers = seekers.get(request);
    var words = new Words(bundles, locale);
    return switch (matching.find(MatchRequest.of(answers))) {
      case MatchResult.Found found ->
          new Matches(told(found.candidates(), answers, words), found.fitting(), List.of());
      case MatchResult.NobodyFits nobody ->
          new Matches(
              List.of(), 0, introductions.relaxations(nobody.relaxations(), answers, words));
    };
  }

  @GetMapping("/all")
  MatchList all(
      HttpServletRequest request,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "20") int size,
      Locale locale) {
    var answers = seekers.get(request);
    var page =
        matching.listAll(MatchRequest.of(answers), cursor, Math.clamp(size, 1, LARGEST_PAGE));
    return new MatchList(
        told(page.candidates(), answers, new Words(bundles, locale)),
        page.fitting(),
        page.next().orElse(null));
  }

  @GetMapping("/{therapist}/explanation")
  Answer explain(HttpServletRequest request, @PathVariable String therapist, Locale locale) {
    var answers = seekers.get(request);
    var words = new Words(bundles, locale);
    var id = id(therapist);
    return switch (matching.explain(MatchRequest.of(answers), id)) {
      case Explanation.Fits fits ->
          new Answer(true, told(List.of(fits.candidate()), answers, words).getFirst(), List.of());
      case Explanation.DoesNotFit not ->
          new Answer(false, null, hindrances(id, not.obstacles(), answers, words));
    };
  }

  private List<Hindrance> hindrances(
      TherapistId therapist, List<Obstacle> obstacles, MatchingAnswers answers, Words words) {
    return obstacles.stream()
        .map(
            obstacle ->
                new Hindrance(
                    obstacle.filter(),
                    introductions
                        .obstacles(
                            therapist, List.of(obstacle), answers, matching.withinDays(), words)
                        .getFirst()))
        .toList();
  }

  private List<Match> told(List<Candidate> candidates, MatchingAnswers answers, Words words) {
    return introductions.of(candidates, answers, words).stream()
        .map(introduction -> match(introduction, candidates))
        .toList();
  }

  private static Match match(Introduction introduction, List<Candidate> candidates) {
    var candidate =
        candidates.stream()
            .filter(one -> one.therapist().toString().equals(introduction.therapist()))
            .findFirst()
            .orElseThrow();
    return new Match(
        introduction.therapist(),
        introduction.name(),
        introduction.line(),
        candidate.soonest(),
        candidate.length().toMinutes(),
        candidate.modality(),
        introduction.reasons().stream()
            .map(line -> new Sentence(line.text(), line.isMet()))
            .toList());
  }

  private static TherapistId id(String text) {
    try {
      return TherapistId.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
  }
}
