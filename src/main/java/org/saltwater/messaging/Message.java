package org.saltwater.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.vault.Place;

/// A message that is stored.
///
/// @param number its place in the conversation: 1, 2, 3 …, without gaps
/// @param session the therapy hour it was written in; empty between sessions
public record Message(
    ConversationId conversation,
    long number,
    UUID key,
    PersonId from,
    Instant at,
    Optional<AppointmentId> session,
    Redacted<String> text) {

  /// Where the text is sealed. The number is part of it, so a row moved to another place in the
  /// conversation does not open.
  static Place place(UUID key, long number) {
    return new Place("messaging_message", key, "sealed/" + number);
  }
}
