package org.saltwater.crying;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.sessions.TherapySession;

/// What somebody notes of one time that tears came. Everything may be left out but who, where and
/// when.
///
/// @param at when it began
/// @param session the hour in which it was, or null
/// @param ladderStep the step of graded practice that it belongs to, or null
/// @param modality how the two met, or null
/// @param words anything else, in the person's own words; empty if nothing was said
/// @param pooled whether it may count, without whose it is, in what the practice learns from many
public record EpisodeNote(
    Instant at,
    WhoCried who,
    Setting setting,
    @Nullable AppointmentId session,
    @Nullable UUID ladderStep,
    @Nullable Modality modality,
    Course course,
    Felt felt,
    Aftermath aftermath,
    String words,
    boolean pooled) {
  public static final int MOST_CHARACTERS = 4_000;

  /// @throws Refusal `invalid` if the words are too long
  public EpisodeNote {
    words = words.strip();
    if (words.length() > MOST_CHARACTERS) {
      throw Rating.refused("words", "crying.field.long", MOST_CHARACTERS);
    }
  }

  /// The least that can be noted.
  public static EpisodeNote of(Instant at, WhoCried who, Setting setting) {
    return new EpisodeNote(
        at,
        who,
        setting,
        null,
        null,
        null,
        Course.NOTHING,
        Felt.NOTHING,
        Aftermath.NOTHING,
        "",
        false);
  }

  /// What is known at once of an episode in an hour.
  static EpisodeNote of(TherapySession session, Instant at, WhoCried who) {
    return new EpisodeNote(
        at,
        who,
        Setting.SESSION,
        session.id(),
        null,
        session.modality(),
        Course.NOTHING,
        Felt.NOTHING,
        Aftermath.NOTHING,
        "",
        false);
  }

  EpisodeNote with(WhoCried other) {
    return new EpisodeNote(
        at, other, setting, session, ladderStep, modality, course, felt, aftermath, words, pooled);
  }

  /// When it was over, as far as that is known.
  public Instant ended() {
    var minutes = course.minutes();
    return minutes == null ? at : at.plus(Duration.ofMinutes(minutes));
  }

  /// What it was like.
  ///
  /// @param minutes how long it lasted, 1 to 1,440
  /// @param intensity 0 to 10
  /// @param heldBack how much was held back, 0 to 10
  public record Course(
      @Nullable Integer minutes,
      @Nullable Integer intensity,
      @Nullable Integer heldBack,
      @Nullable Trigger trigger,
      @Nullable CryingForm form,
      Set<Alongside> alongside) {
    public static final Course NOTHING = new Course(null, null, null, null, null, Set.of());
    public static final int MOST_MINUTES = 1_440;

    /// @throws Refusal `invalid` if a number is out of range
    public Course {
      if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
        throw Rating.refused("minutes", "crying.field.minutes", MOST_MINUTES);
      }
      Rating.check("intensity", intensity);
      Rating.check("heldBack", heldBack);
      alongside = inOrder(Alongside.class, alongside);
    }
  }

  /// How far the person felt so, 0 to 10.
  public record Felt(
      @Nullable Integer safe,
      @Nullable Integer supported,
      @Nullable Integer understood,
      @Nullable Integer ashamed) {
    public static final Felt NOTHING = new Felt(null, null, null, null);

    /// @throws Refusal `invalid` if a number is out of range
    public Felt {
      Rating.check("safe", safe);
      Rating.check("supported", supported);
      Rating.check("understood", understood);
      Rating.check("ashamed", ashamed);
    }
  }

  /// What came of it.
  ///
  /// @param discussed whether the two talked about it
  /// @param newUnderstanding whether something was understood that had not been
  /// @param resolved whether what it was about has been settled
  public record Aftermath(
      Set<Response> response,
      @Nullable Boolean discussed,
      @Nullable Boolean newUnderstanding,
      @Nullable Boolean resolved) {
    public static final Aftermath NOTHING = new Aftermath(Set.of(), null, null, null);

    public Aftermath {
      response = inOrder(Response.class, response);
    }
  }

  private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> given) {
    var ordered = EnumSet.noneOf(type);
    ordered.addAll(given);
    return Collections.unmodifiableSet(ordered);
  }

  @Override
  public String toString() {
    return "EpisodeNote[redacted]";
  }
}
