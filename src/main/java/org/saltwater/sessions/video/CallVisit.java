package org.saltwater.sessions.video;

import java.time.Instant;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.ConversationId;

/// What the handshake found out, handed to the socket.
///
/// @param channel how the hour ran then; the device stays as long as it does
/// @param revision how far the conversation had changed then
/// @param until when the hour is over at the latest
record CallVisit(
    SignedIn me,
    UUID signIn,
    AppointmentId session,
    Modality channel,
    ConversationId conversation,
    long revision,
    Instant until) {}
