package org.saltwater.identity;

import java.time.Instant;

/// An invitation that waits to be accepted.
public record Invitation(Person person, Instant endsAt) {}
