package org.saltwater.crying.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.web.MomentViews.Line;
import org.saltwater.site.Words;

/// Puts what was noted into words: only what was, in the order of the form.
final class EpisodeLines {
  private final List<Line> lines = new ArrayList<>();
  private final Words words;

  private EpisodeLines(Words words) {
    this.words = words;
  }

  static List<Line> of(CryingEpisode episode, Words words) {
    return new EpisodeLines(words).all(episode);
  }

  private List<Line> all(CryingEpisode episode) {
    var note = episode.note();
    var course = note.course();
    var felt = note.felt();
    var after = note.aftermath();
    for (var moment : MoodMoment.values()) {
      rated("mood." + moment.code(), episode.moods().get(moment));
    }
    var minutes = course.minutes();
    say("minutes", minutes == null ? null : words.say("crying.minutes.value", minutes));
    rated("intensity", course.intensity());
    rated("held-back", course.heldBack());
    var trigger = course.trigger();
    say("trigger", trigger == null ? null : words.say("crying.trigger." + trigger.code()));
    var form = course.form();
    say("form", form == null ? null : words.say("crying.form." + form.code()));
    say(
        "alongside",
        joined(course.alongside().stream().map(it -> "crying.alongside." + it.code()).toList()));
    var modality = note.modality();
    say("modality", modality == null ? null : words.say("crying.modality." + modality.name()));
    rated("safe", felt.safe());
    rated("supported", felt.supported());
    rated("understood", felt.understood());
    rated("ashamed", felt.ashamed());
    say(
        "response",
        joined(after.response().stream().map(it -> "crying.response." + it.code()).toList()));
    yesOrNo("discussed", after.discussed());
    yesOrNo("new-understanding", after.newUnderstanding());
    yesOrNo("resolved", after.resolved());
    return lines;
  }

  private void rated(String question, @Nullable Integer value) {
    say(question, value == null ? null : words.say("crying.rating.value", value));
  }

  private void yesOrNo(String question, @Nullable Boolean value) {
    say(question, value == null ? null : words.say("crying.said." + value));
  }

  private void say(String question, @Nullable String answer) {
    if (answer != null && !answer.isEmpty()) {
      lines.add(new Line(words.say("crying.line." + question), answer));
    }
  }

  private String joined(List<String> keys) {
    return keys.stream().map(key -> words.say(key)).collect(Collectors.joining(", "));
  }
}
