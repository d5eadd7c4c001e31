package org.saltwater.intake.web;

/// Before and after somebody deletes their answers.
///
/// @param hasAccount with an account the key stays, for their messages and more
public record ForgetView(boolean hasAccount) {}
