package org.saltwater.identity.passkey;

import java.time.Instant;

/// A passkey as its owner sees it in a list.
///
/// @param id WebAuthn's credential id, base64url
/// @param label what the owner called it
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}
