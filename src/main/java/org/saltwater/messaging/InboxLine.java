package org.saltwater.messaging;

import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.PersonId;

/// A conversation in a list: no word of what was written.
///
/// @param unread how many messages of the other the person has not seen
/// @param lastAt when something was last written
public record InboxLine(
    Conversation conversation, PersonId other, long unread, Optional<Instant> lastAt) {}
