package org.saltwater.sessions.video;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.ConversationId;

/// What the handshake found out, handed to the socket.
///
/// @param person whose device it is; of somebody who comes along, what they are in this hour alone
/// @param signIn empty for someone without an account
/// @param companion whose coming along it is; empty for the two who meet
/// @param channel how the hour ran then; the device stays as long as it does
/// @param revision how far the conversation had changed then
/// @param until when the hour is over at the latest
record CallVisit(
    PersonId person,
    Optional<UUID> signIn,
    Optional<UUID> companion,
    AppointmentId session,
    Modality channel,
    ConversationId conversation,
    long revision,
    Instant until) {}
