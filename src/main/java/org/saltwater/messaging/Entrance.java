package org.saltwater.messaging;

import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;

/// A conversation with the proof that this person may read it now. The proof is worth a few seconds
/// only: it is for one reading, and whoever stays longer comes in again.
///
/// @param mayWrite whether they may also write: one of the two, and the episode of care is still
///     open
public record Entrance(
    Conversation conversation, SignedIn person, Evidence evidence, boolean mayWrite) {}
