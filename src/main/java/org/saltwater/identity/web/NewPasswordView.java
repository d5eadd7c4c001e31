package org.saltwater.identity.web;

import org.saltwater.site.FormErrors;

/// The page that takes a new password, after a reset or an invitation.
///
/// @param action where its form goes
/// @param name whom it welcomes after an invitation; empty after a reset
/// @param email the address the account has, for the browser's password store; may be empty
public record NewPasswordView(String action, String name, String email, FormErrors errors) {}
