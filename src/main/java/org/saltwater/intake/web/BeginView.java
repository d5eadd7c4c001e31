package org.saltwater.intake.web;

import java.util.Optional;

/// The page before the first question.
///
/// @param goOn where to go on; empty for someone who has not begun
/// @param completed whether everything was answered before
public record BeginView(Optional<Integer> goOn, boolean completed, boolean onCall) {}
