package org.saltwater.crying.ladder.web;

import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;

/// What to know before beginning.
///
/// @param therapist whom the client is with, or null
/// @param onlyInSession what was chosen before
/// @param again whether it was read before
public record SafetyView(
    @Nullable String therapist,
    boolean onlyInSession,
    boolean again,
    boolean onCall,
    FormErrors errors) {}
