package org.saltwater.messaging;

import java.time.Instant;

/// The word that a message is on the disk.
///
/// @param number its place in the conversation: 1, 2, 3 …, without gaps
/// @param repeated whether the message had been stored by an earlier attempt with the same key
public record Receipt(long number, Instant at, boolean repeated) {}
