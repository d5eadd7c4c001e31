package org.saltwater.progress.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.FurtherReading;
import org.saltwater.journal.Brought;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.progress.Agenda;
import org.saltwater.progress.Goal;
import org.saltwater.progress.Sign;

/// What a therapist wants to know before an hour: since the last one.
///
/// @param since when the last hour ended, or null before the first
/// @param agenda what the client wants to talk about, or null
/// @param brought what the client brings from their journal
/// @param hour how the client found the last hour, or null if they have not said
/// @param rupture the word for what is between the two, or null
/// @param messages how many the client has written since, or null if the reader may not know
/// @param further where there is more to read, in other modules
/// @param open flags that ask for a human
public record BeforeView(
    AppointmentId id,
    ClientId clientId,
    String client,
    Instant start,
    Modality modality,
    @Nullable Instant since,
    Agenda.@Nullable Note agenda,
    List<Brought> brought,
    List<Score> scores,
    List<Sign> signs,
    @Nullable LastHour hour,
    @Nullable String rupture,
    @Nullable Long messages,
    @Nullable String conversation,
    List<Goal> goals,
    List<Flag> flags,
    List<FurtherReading.Line> further) {

  /// @param before the last total before the last hour, or null
  /// @param fresh whether it was answered since the last hour
  /// @param change the class of change since the start, or `one` or `none`
  public record Score(
      String key,
      String title,
      int now,
      Instant at,
      @Nullable Integer before,
      int first,
      boolean fresh,
      String change) {
    /// How far it has moved since the last hour, with its sign; empty if nobody can tell.
    public String moved() {
      if (before == null || !fresh) {
        return "";
      }
      var by = now - before;
      return by == 0 ? "±0" : by > 0 ? "+" + by : "−" + -by;
    }

    @Override
    public String toString() {
      return "Score[redacted]";
    }
  }

  /// @param mean with one digit, or null if nothing was rated
  /// @param usual the mean of the hours before, or null
  /// @param words what felt wrong, if the client shares it
  public record LastHour(
      @Nullable String mean, @Nullable String usual, boolean feltWrong, String words) {
    @Override
    public String toString() {
      return "LastHour[redacted]";
    }
  }

  public record Flag(String level, Instant contactBy, boolean overdue) {}

  public List<Goal> openGoals() {
    return goals.stream().filter(Goal::isOpen).toList();
  }

  @Override
  public String toString() {
    return "BeforeView[redacted]";
  }
}
