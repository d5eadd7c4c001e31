package org.saltwater.alliance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;

/// The check-in as a page.
///
/// @param role `client` or `therapist`: the sentences differ
/// @param saved whether it has been saved already; it can be changed
/// @param done whether to say thank you instead of asking
/// @param offers whether the client is offered ways on, side by side, after a check-in that fell or
///     in which something felt wrong
/// @param onCall whether someone is there now, to be said to a client before they type; null for a
///     therapist
/// @param more what other modules ask here
/// @param goOn where the person can go on from what they answered there
public record CheckInView(
    String path,
    String role,
    String otherName,
    Instant start,
    Typed typed,
    FormErrors errors,
    boolean saved,
    boolean done,
    boolean offers,
    @Nullable Boolean onCall,
    List<AfterTheHour.Question> more,
    List<AfterTheHour.Offer> goOn) {
  CheckInView asking(List<AfterTheHour.Question> questions) {
    return new CheckInView(
        path, role, otherName, start, typed, errors, saved, false, false, onCall, questions, goOn);
  }

  CheckInView done(boolean offersWays, List<AfterTheHour.Offer> ways) {
    return new CheckInView(
        path, role, otherName, start, typed, errors, saved, true, offersWays, onCall, more, ways);
  }

  public boolean isChosen(AfterTheHour.Question question, String value) {
    return typed.form().getOrDefault(question.name(), question.chosen()).equals(value);
  }

  public List<Item> items() {
    return List.of(Item.values());
  }

  /// The five answers from not at all to completely.
  public List<Integer> steps() {
    return List.of(0, 1, 2, 3, 4);
  }

  public boolean isChosen(Item item, int step) {
    return Integer.toString(step).equals(typed.form().get(item.code()));
  }

  public String feltWrong() {
    return typed.form().getOrDefault("feltWrong", "");
  }

  public boolean wordsShared() {
    return typed.form().containsKey("share");
  }

  /// What stands in the form, as it was typed, however wrong.
  public record Typed(Map<String, String> form) {
    static Typed of(CheckIn answers) {
      var form = new HashMap<String, String>();
      answers.ratings().forEach((item, rating) -> form.put(item.code(), rating.toString()));
      form.put("feltWrong", answers.feltWrong());
      if (answers.wordsShared()) {
        form.put("share", "true");
      }
      return new Typed(form);
    }

    @Override
    public String toString() {
      return "Typed[redacted]";
    }
  }

  @Override
  public String toString() {
    return "CheckInView[" + path + "]";
  }
}
