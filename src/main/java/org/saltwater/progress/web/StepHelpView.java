package org.saltwater.progress.web;

import org.saltwater.safety.CrisisPlace;

/// Whom to turn to now, and where to go on.
///
/// @param onCall whether someone at the practice is there now
public record StepHelpView(CrisisPlace place, boolean onCall) {}
