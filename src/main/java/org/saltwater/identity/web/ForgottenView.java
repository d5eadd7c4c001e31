package org.saltwater.identity.web;

import org.saltwater.site.FormErrors;

/// The page that asks where to mail a link to.
public record ForgottenView(String email, FormErrors errors) {}
