package org.saltwater.matching;

import java.util.ArrayList;
import java.util.List;
import org.saltwater.intake.Weight;
import org.saltwater.matching.Introduction.Part;
import org.saltwater.site.Words;

/// "How this adds up": each part of the score as a few words and a bar. Numbers stay inside; a
/// league table would say more than anybody knows.
record ScoreWords(Words words, int withinDays) {
  /// Parts that say nothing for this client are left out.
  List<Part> parts(Candidate candidate) {
    var weights = Weights.USUAL;
    var score = candidate.score();
    var parts = new ArrayList<Part>();
    if (candidate.reasons().stream().anyMatch(ScoreWords::isLiking)) {
      parts.add(part("wishes", score.wishes(), weights.wishes(), "all", "most", "some", "none"));
    }
    if (candidate.reasons().stream().anyMatch(reason -> reason instanceof Reason.WorksWith)) {
      parts.add(
          part("expertise", score.expertise(), weights.expertise(), "all", "most", "some", "none"));
    }
    parts.add(outcome(score.outcome(), weights.outcome()));
    parts.add(part("soonest", score.soonest(), weights.soonest(), "now", "soon", "later", "last"));
    return parts;
  }

  private Part outcome(int points, int most) {
    var level = 2 * points > most ? "more" : 2 * points == most ? "usual" : "less";
    return new Part(
        words.say("matching.part-of.outcome"),
        words.say("matching.part-of.outcome." + level),
        100 * points / most);
  }

  private Part part(
      String name, int points, int most, String full, String much, String some, String none) {
    var share = 100 * points / most;
    var level = share >= 90 ? full : share >= 50 ? much : share > 0 ? some : none;
    return new Part(
        words.say("matching.part-of." + name),
        words.say("matching.part-of." + name + "." + level, withinDays),
        share);
  }

  private static boolean isLiking(Reason reason) {
    return reason instanceof Reason.Wished wished && wished.wish().weight() == Weight.WOULD_LIKE;
  }
}
