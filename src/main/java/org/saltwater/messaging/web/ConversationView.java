package org.saltwater.messaging.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.messaging.ConversationLog;

/// One conversation.
///
/// @param usual how soon the therapist usually answers; null for the therapist, and while too
///     little is known
/// @param newest whether this is the newest stretch, where one can write
/// @param onCall whether someone is there now, to be said to a client before they type; null where
///     nothing is typed or a therapist does
public record ConversationView(
    ConversationLog log, @Nullable Usual usual, boolean newest, @Nullable Boolean onCall) {}
