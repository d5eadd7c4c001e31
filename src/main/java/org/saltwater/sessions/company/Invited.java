package org.saltwater.sessions.company;

import org.saltwater.kernel.Redacted;

/// Somebody who was just asked along, with the link to give them: shown this once, kept as a hash.
///
/// @param link a path on this site; empty for a supervisor, who finds the hour on their home page
public record Invited(Companion companion, Redacted<String> link) {}
