package org.saltwater.identity.web;

import org.saltwater.site.FormErrors;

/// The page that asks for the password again.
///
/// @param email the account's, for the browser's password store
public record ItIsMeView(String email, FormErrors errors) {}
