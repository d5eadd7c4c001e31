package org.saltwater.crying.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.Alongside;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingForm;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Response;
import org.saltwater.crying.Setting;
import org.saltwater.crying.Trigger;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.Modality;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.Words;

/// What the pages show.
public final class MomentViews {
  private MomentViews() {}

  /// All of a person's, without any count of them.
  public record All(List<CryingEpisode> episodes, boolean gone) {}

  /// The short form.
  ///
  /// @param id made before, so that a form sent twice is one note
  /// @param again whether being asked again can be offered
  public record New(UUID id, Typed typed, boolean again, FormErrors errors) {}

  /// One of them.
  ///
  /// @param therapist whom it can be shown to, or null
  /// @param shownTo whom it is shown to, or null
  public record One(
      CryingEpisode episode,
      List<Line> lines,
      @Nullable String therapist,
      @Nullable String shownTo,
      boolean noted,
      boolean asked) {}

  /// The long form.
  public record More(UUID id, Typed typed, boolean onCall, FormErrors errors) {}

  /// What a therapist may read.
  ///
  /// @param hours what the client said of hours with the reader
  public record Theirs(String client, String name, List<Hour> hours, List<Shown> shown) {}

  public record Hour(Instant at, HourAnswer answer) {
    @Override
    public String toString() {
      return "Hour[redacted]";
    }
  }

  public record Shown(CryingEpisode episode, List<Line> lines) {}

  /// A question and its answer, in words.
  public record Line(String question, String answer) {
    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }

  /// Asks how a person is.
  ///
  /// @param moment null once it is over
  public record CheckBack(UUID id, @Nullable MoodMoment moment, boolean done) {}

  public static List<Integer> scale() {
    return IntStream.rangeClosed(0, 10).boxed().toList();
  }

  /// The scale with a first choice of none.
  public static List<Option> ratings(Words words) {
    return Stream.concat(
            none(words), scale().stream().map(it -> new Option(it.toString(), it.toString())))
        .toList();
  }

  public static List<Option> yesOrNo(Words words) {
    return Stream.concat(
            none(words),
            Stream.of("true", "false").map(it -> new Option(it, words.say("crying.said." + it))))
        .toList();
  }

  public static List<Option> triggers(Words words) {
    return options(words, Trigger.values(), it -> "crying.trigger." + it.code());
  }

  public static List<Option> forms(Words words) {
    return options(words, CryingForm.values(), it -> "crying.form." + it.code());
  }

  public static List<Option> modalities(Words words) {
    return options(words, Modality.values(), it -> "crying.modality." + it.name());
  }

  public static List<WhoCried> who() {
    return List.of(WhoCried.values());
  }

  public static List<Setting> settings() {
    return List.of(Setting.values());
  }

  public static List<Alongside> alongside() {
    return List.of(Alongside.values());
  }

  public static List<Response> responses() {
    return List.of(Response.values());
  }

  private static <E extends Enum<E>> List<Option> options(
      Words words, E[] values, java.util.function.Function<E, String> key) {
    return Stream.concat(
            none(words),
            Arrays.stream(values).map(it -> new Option(it.name(), words.say(key.apply(it)))))
        .toList();
  }

  private static Stream<Option> none(Words words) {
    return Stream.of(new Option("", words.say("crying.said.nothing")));
  }
}
