package org.saltwater.crying.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Alongside;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingForm;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Response;
import org.saltwater.crying.Setting;
import org.saltwater.crying.Trigger;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Between what is typed and what is noted.
final class EpisodeForm {
  static final String NOW = "now";
  static final String BEFORE = "before";

  private EpisodeForm() {}

  /// The short form.
  ///
  /// @throws Refusal `invalid` with the field that needs another look
  static EpisodeNote readShort(Typed typed, ZoneId zone) {
    return EpisodeNote.of(
        at(typed, zone), need(WhoCried.class, typed, "who"), need(Setting.class, typed, "setting"));
  }

  /// The long one.
  ///
  /// @param before whose hour and step stay
  /// @throws Refusal as [#readShort]
  static EpisodeNote readLong(Typed typed, ZoneId zone, EpisodeNote before) {
    return new EpisodeNote(
        at(typed, zone),
        need(WhoCried.class, typed, "who"),
        need(Setting.class, typed, "setting"),
        before.session(),
        before.ladderStep(),
        choose(Modality.class, typed, "modality"),
        new EpisodeNote.Course(
            number(typed, "minutes", "crying.field.minutes", EpisodeNote.Course.MOST_MINUTES),
            rating(typed, "intensity"),
            rating(typed, "heldBack"),
            choose(Trigger.class, typed, "trigger"),
            choose(CryingForm.class, typed, "form"),
            several(Alongside.class, typed, "alongside")),
        new EpisodeNote.Felt(
            rating(typed, "safe"),
            rating(typed, "supported"),
            rating(typed, "understood"),
            rating(typed, "ashamed")),
        new EpisodeNote.Aftermath(
            several(Response.class, typed, "response"),
            yesOrNo(typed, "discussed"),
            yesOrNo(typed, "newUnderstanding"),
            yesOrNo(typed, "resolved")),
        typed.at("words"),
        typed.has("pooled", "true"));
  }

  static @Nullable Integer rating(Typed typed, String field) {
    return number(typed, field, "crying.field.rating", 10);
  }

  /// As it would have been typed.
  static Typed typed(CryingEpisode episode, ZoneId zone) {
    var note = episode.note();
    var form = new HashMap<String, List<String>>();
    put(form, "at", written(note.at(), zone));
    put(form, "who", note.who());
    put(form, "setting", note.setting());
    put(form, "modality", note.modality());
    put(form, "minutes", note.course().minutes());
    put(form, "intensity", note.course().intensity());
    put(form, "heldBack", note.course().heldBack());
    put(form, "trigger", note.course().trigger());
    put(form, "form", note.course().form());
    note.course().alongside().forEach(it -> put(form, "alongside", it));
    put(form, "safe", note.felt().safe());
    put(form, "supported", note.felt().supported());
    put(form, "understood", note.felt().understood());
    put(form, "ashamed", note.felt().ashamed());
    note.aftermath().response().forEach(it -> put(form, "response", it));
    put(form, "discussed", note.aftermath().discussed());
    put(form, "newUnderstanding", note.aftermath().newUnderstanding());
    put(form, "resolved", note.aftermath().resolved());
    put(form, "words", note.words());
    put(form, "pooled", note.pooled());
    put(form, BEFORE, episode.moods().get(MoodMoment.BEFORE));
    return new Typed(form);
  }

  static String written(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static void put(Map<String, List<String>> form, String field, @Nullable Object value) {
    if (value != null) {
      form.computeIfAbsent(field, key -> new ArrayList<>()).add(value.toString());
    }
  }

  private static Instant at(Typed typed, ZoneId zone) {
    try {
      return LocalDateTime.parse(typed.at("at")).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw refused("at", "crying.field.at");
    }
  }

  private static <E extends Enum<E>> E need(Class<E> type, Typed typed, String field) {
    var chosen = choose(type, typed, field);
    if (chosen == null) {
      throw refused(field, "crying.field.choose");
    }
    return chosen;
  }

  private static <E extends Enum<E>> @Nullable E choose(Class<E> type, Typed typed, String field) {
    return typed.at(field).isEmpty() ? null : one(type, typed.at(field), field);
  }

  private static <E extends Enum<E>> Set<E> several(Class<E> type, Typed typed, String field) {
    var chosen = EnumSet.noneOf(type);
    for (var name : typed.all(field)) {
      if (!name.isBlank()) {
        chosen.add(one(type, name, field));
      }
    }
    return chosen;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String field) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw refused(field, "crying.field.choose");
    }
  }

  private static @Nullable Boolean yesOrNo(Typed typed, String field) {
    return switch (typed.at(field)) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(field, "crying.field.choose");
    };
  }

  private static @Nullable Integer number(Typed typed, String field, String words, int highest) {
    if (typed.at(field).isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(typed.at(field));
    } catch (NumberFormatException e) {
      throw refused(field, words, highest);
    }
  }

  private static Refusal refused(String field, String words, Object... arguments) {
    return new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem(field, words, arguments)));
  }
}
