package org.saltwater.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.safety.RiskLevel;

/// What a therapist is shown first. Names, times and counts; nothing that a client said.
///
/// @param listed whether they have a profile, without which nobody can find them
/// @param flags clients of theirs whom a human should contact, the soonest due first
/// @param between where something may have come between them and a client
/// @param resting clients whose practice rests
/// @param waiting who sits in the waiting room now
/// @param today the rest of today's hours, past ones included
/// @param next the first hour after today, if today holds none to come
public record TherapistHome(
    boolean listed,
    List<Flag> flags,
    List<Between> between,
    List<Resting> resting,
    List<Hour> waiting,
    List<Hour> today,
    Optional<Hour> next,
    List<Unread> unread,
    List<NewClient> arrived,
    List<Summary> summaries,
    int clients) {

  /// Whether one of the hours shown is still to be held by video.
  public boolean meetsByVideoSoon() {
    return Stream.concat(today.stream().filter(hour -> !hour.over()), next.stream())
        .anyMatch(hour -> hour.modality().equals(Optional.of(Modality.VIDEO)));
  }

  /// @param modality empty where only the hour itself is known
  /// @param client the name, or empty once the client has changed to someone else
  /// @param state the hour's own word for where it stands
  public record Hour(
      AppointmentId id,
      Instant start,
      Instant end,
      Optional<Modality> modality,
      String client,
      String state,
      boolean over,
      boolean open) {}

  public record Unread(String client, long messages, String href) {}

  public record NewClient(ClientId id, String name, Instant since) {}

  /// A short summary that a former client would like to travel along.
  public record Summary(UUID handover, String client, Instant until) {}

  /// @param session the hour
  /// @param outcome the rupture's word for what became of it
  /// @param settledAt when that was known, or the hour itself
  public record Between(
      AppointmentId session,
      ClientId clientId,
      String client,
      Instant hourAt,
      String outcome,
      Instant settledAt) {}

  /// @param pause what is put aside once it was seen
  public record Resting(UUID pause, ClientId clientId, String client, Instant since) {}

  /// @param contactBy when contact should be made at the latest
  public record Flag(
      UUID id,
      ClientId clientId,
      String client,
      RiskLevel level,
      Instant contactBy,
      boolean overdue) {}
}
