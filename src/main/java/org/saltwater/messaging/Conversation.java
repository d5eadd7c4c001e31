package org.saltwater.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.KeyScope;

/// A conversation as it stands.
///
/// @param closedAt when the episode of care ended; from then on it can be read, never written
/// @param last the number of the newest message, 0 when nothing has been written
/// @param session the therapy hour that takes place in it right now
/// @param revision moves on when something around the messages changes, such as a session's
///     beginning
public record Conversation(
    ConversationId id,
    ClientId client,
    TherapistId therapist,
    Instant openedAt,
    Optional<Instant> closedAt,
    long last,
    Optional<AppointmentId> session,
    long revision) {

  public boolean isOpen() {
    return closedAt.isEmpty();
  }

  /// Whether the person is one of the two who talk here.
  public boolean has(PersonId person) {
    return client.person().equals(person) || therapist.person().equals(person);
  }

  /// The one of the two who is not this person.
  public PersonId other(PersonId person) {
    return client.person().equals(person) ? therapist.person() : client.person();
  }

  KeyScope keys() {
    return new KeyScope.OfConversation(client, id.value());
  }

  static Optional<AppointmentId> session(@Nullable UUID value) {
    return Optional.ofNullable(value).map(AppointmentId::new);
  }
}
