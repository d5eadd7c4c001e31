package org.saltwater.crying.ladder.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;

/// What to know before beginning.
///
/// @param therapist whom the client is with, or null
/// @param onlyInSession what was chosen before
/// @param again whether it was read before
/// @param more whether the library has an article about it
public record SafetyView(
    @Nullable String therapist,
    boolean onlyInSession,
    boolean again,
    boolean onCall,
    boolean more,
    FormErrors errors) {}
