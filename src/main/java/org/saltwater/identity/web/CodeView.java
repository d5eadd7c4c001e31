package org.saltwater.identity.web;

import org.saltwater.site.FormErrors;

/// The page that asks for the code.
public record CodeView(FormErrors errors) {}
