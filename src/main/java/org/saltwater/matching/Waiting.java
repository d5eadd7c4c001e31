package org.saltwater.matching;

import java.time.Instant;

/// A client's place in the line.
///
/// @param position 1 for who is next. Only people count who came earlier and wait for the same: a
///     licence for the same place, a common language, a common way to meet
/// @param told whether we wrote within the last two days that a place is free
public record Waiting(int position, Instant joinedAt, boolean told) {}
