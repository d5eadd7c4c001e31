package org.saltwater.journey;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor answers the questionnaire and is shown who fits.
record FirstQuestions(Api visitor, Steps steps) {
  /// The directory that matching searches hears of a new therapist a moment later.
  private static final Duration HEARS = Duration.ofSeconds(5);

  /// @param api opens the questionnaire's own data, before there is an account
  record Seeker(UUID client, Api api) {}

  Seeker play(Cast cast) {
    var begun =
        steps.take(
            "a visitor begins the questionnaire",
            () -> visitor.post("/api/v1/intakes", null, Wire.Begun.class));
    var mine = visitor.with("Intake-Token", begun.token());
    var path = "/api/v1/intakes/" + begun.intake();
    var answers = new Answers(cast.test().place(), cast.test().language());
    steps.run("answers it, page by page", () -> answer(mine, path, answers));
    steps.run("finishes it", () -> mine.post(path + "/completion", null));
    steps.run("is shown who fits, with reasons", () -> look(mine, cast));
    return new Seeker(begun.client(), mine);
  }

  private static void answer(Api mine, String path, Answers answers) {
    var first = mine.get(path, Wire.IntakeState.class).groups().getFirst();
    for (@Nullable String page = first; page != null; ) {
      var saved =
          mine.put(
              path + "/answers",
              new Wire.PageAnswers(page, answers.to(group(mine, path, page))),
              Wire.PageSaved.class);
      Surprise.unless(!saved.help(), "answers that worry nobody", "they called for help");
      page = saved.next();
    }
    Surprise.unless(
        mine.get(path, Wire.IntakeState.class).complete(),
        "a complete questionnaire",
        "something is missing");
  }

  /// Anew for each page: what is offered may depend on the answers before.
  private static Wire.Group group(Api mine, String path, String page) {
    return mine.get(path + "/questionnaire", Wire.Questionnaire.class).sections().stream()
        .flatMap(section -> section.groups().stream())
        .filter(group -> group.linkId().equals(page))
        .findFirst()
        .orElseThrow(() -> new Surprise("the page " + page, "it is not there"));
  }

  private static void look(Api mine, Cast cast) {
    Surprise.unlessWithin(
        HEARS,
        () ->
            mine.get("/api/v1/matches", Wire.Matches.class).therapists().stream()
                    .filter(match -> !match.reasons().isEmpty())
                    .map(Wire.Match::therapist)
                    .filter(id -> id.equals(cast.first().id()) || id.equals(cast.second().id()))
                    .count()
                == 2,
        "the smoke test's two therapists, with reasons",
        "they are not among those who fit");
  }
}
