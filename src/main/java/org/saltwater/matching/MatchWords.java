package org.saltwater.matching;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.matching.Introduction.Line;
import org.saltwater.site.Words;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.TherapistProfile;

/// Reasons and obstacles as one person would say them to another.
///
/// @param zone where the client's clock runs
record MatchWords(Words words, ZoneId zone) {
  ProfileWords profile() {
    return new ProfileWords(words);
  }

  /// "Tuesday 24 November, 19:00"
  String hour(Instant start) {
    return DateTimeFormatter.ofPattern(words.say("time.full"), words.locale())
        .format(start.atZone(zone));
  }

  /// "50 minutes by video"
  String how(Candidate candidate) {
    return words.say(
        "matching.how", candidate.length().toMinutes(), profile().by(candidate.modality()));
  }

  /// What speaks for a therapist and what does not, in order. Ways of working that they do not know
  /// are named in one line: a client may well have liked ten of them.
  List<Line> reasons(List<Reason> reasons, TherapistProfile profile) {
    var unknownWays = reasons.stream().filter(MatchWords::isUnknownWay).toList();
    return reasons.stream()
        .filter(reason -> !isUnknownWay(reason) || reason.equals(unknownWays.getFirst()))
        .flatMap(
            reason ->
                isUnknownWay(reason)
                    ? Stream.of(unknownWays(unknownWays, profile))
                    : reason(reason, profile).stream())
        .toList();
  }

  private static boolean isUnknownWay(Reason reason) {
    return reason instanceof Reason.Wished wished
        && wished.wish().kind() == WishKind.APPROACH
        && !wished.isMet()
        && wished.told();
  }

  private Line unknownWays(List<Reason> ways, TherapistProfile profile) {
    var named =
        ways.stream()
            .map(reason -> wish(((Reason.Wished) reason).wish()))
            .collect(Collectors.joining(words.say("matching.or")));
    return new Line(
        words.say("matching.reason.wish.approach.not", givenName(profile.name()), named), false);
  }

  /// Empty where there is nothing to add to what stands beside it.
  private Optional<Line> reason(Reason reason, TherapistProfile profile) {
    var name = givenName(profile.name());
    var key =
        switch (reason) {
          case Reason.Free free -> free.part().isEmpty() ? "" : "free";
          case Reason.Wished wished -> wished(wished);
          case Reason.WorksWith with ->
              with.isMet() ? (with.first() ? "works-with.first" : "works-with") : "works-with.not";
          case Reason.DoneWell well -> "done-well";
        };
    if (key.isEmpty()) {
      return Optional.empty();
    }
    var about =
        switch (reason) {
          case Reason.Free free -> part(free);
          case Reason.Wished wished -> wish(wished.wish());
          case Reason.WorksWith with -> inside(with.domain());
          case Reason.DoneWell well -> inside(well.domain());
        };
    var when = reason instanceof Reason.Free free ? hour(free.start()) : "";
    return Optional.of(
        new Line(words.say("matching.reason." + key, name, about, when), reason.isMet()));
  }

  String obstacle(
      Obstacle obstacle, TherapistProfile profile, MatchingAnswers answers, int withinDays) {
    var name = givenName(profile.name());
    var key = obstacle.filter().wordsKey();
    if (obstacle.wish().isPresent()) {
      var wish = obstacle.wish().get();
      var side = wish.weight() == Weight.MUST ? ".must" : ".must-not";
      return words.say(key + side, name, wish(wish));
    }
    var ways =
        answers.modalities().stream().sorted().map(profile()::by).collect(Collectors.joining(", "));
    return words.say(key, name, ways, withinDays);
  }

  String relaxation(Relaxation relaxation) {
    return switch (relaxation) {
      case Relaxation.AnyTime any -> words.say("matching.relax.any-time", any.fitting());
      case Relaxation.AlsoBy also ->
          words.say("matching.relax.also-by", also.fitting(), profile().by(also.modality()));
      case Relaxation.Without without ->
          words.say(
              "matching.relax.without",
              without.fitting(),
              without.wishes().stream()
                  .map(this::wish)
                  .collect(Collectors.joining(words.say("matching.or"))));
    };
  }

  /// What a wish asks for, as it stands after "you asked for": "a woman", "someone over 50".
  String wish(Wish wish) {
    var value = wish.value().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (wish.kind()) {
      case GENDER -> words.say("matching.wish.gender." + value);
      case AGE_BAND -> words.say("matching.wish.age." + value);
      case APPROACH ->
          words.say("matching.wish.approach", words.say("therapists.approach." + value));
      case SPECIALTY ->
          words.say("matching.wish.specialty", words.say("therapists.domain." + value + ".inside"));
    };
  }

  private static String wished(Reason.Wished wished) {
    if (wished.isMet()) {
      return "wish." + kind(wished.wish());
    }
    return "wish." + kind(wished.wish()) + (wished.told() ? ".not" : ".untold");
  }

  private static String kind(Wish wish) {
    return wish.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String part(Reason.Free free) {
    var part = free.part().orElseThrow().part().name().toLowerCase(Locale.ROOT);
    return words.say("matching.part." + part);
  }

  private String inside(ProblemDomain domain) {
    return profile().domainInside(domain);
  }

  /// What a person would be called in a sentence. A name of one word is that word.
  private static String givenName(String name) {
    return name.strip().split("\\s+", 2)[0];
  }
}
