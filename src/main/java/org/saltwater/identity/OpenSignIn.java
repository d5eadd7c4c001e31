package org.saltwater.identity;

import java.time.Instant;
import java.util.UUID;

/// A sign-in as its owner sees it in a list.
///
/// @param device like "Firefox · Linux"; empty if it did not say
public record OpenSignIn(UUID id, String device, Instant begunAt, Instant lastSeenAt) {}
