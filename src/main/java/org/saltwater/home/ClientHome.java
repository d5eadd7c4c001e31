package org.saltwater.home;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;

/// What a client is shown first.
///
/// @param later hours after the next one
/// @param position in the waitlist, 1 for who is next; empty for someone who does not wait
/// @param unread messages not yet seen
/// @param toDo what there is to fill in
public record ClientHome(
    Stage stage,
    Optional<Hour> next,
    List<Hour> later,
    Optional<With> therapist,
    Optional<Integer> position,
    long unread,
    List<ToDo> toDo) {

  /// Where the questions are.
  public String questionnaire() {
    return LandingView.QUESTIONNAIRE;
  }

  /// How far the client has come.
  public enum Stage {
    /// No questionnaire yet.
    BEGIN,
    /// A questionnaire with pages left.
    GO_ON,
    /// Answered, and no therapist yet.
    CHOOSE,
    WITH_THERAPIST;

    public String wordsKey() {
      return "home.client." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// An hour to come.
  ///
  /// @param opensAt when its room opens
  public record Hour(
      AppointmentId id,
      Instant start,
      Instant end,
      Modality modality,
      String therapist,
      Instant opensAt,
      boolean open) {
    public long minutes() {
      return Duration.between(start, end).toMinutes();
    }

    /// Whom with, how long and how.
    public String wordsKey() {
      return "home.client.with." + modality.name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whom the client is with.
  ///
  /// @param standsInFor the therapist who has left, while a deputy looks after the client
  public record With(TherapistId id, String name, Optional<String> standsInFor) {}

  /// Something to fill in. Its words stand under `home.client.to-do.<kind>`.
  public record ToDo(String kind, String href) {}
}
