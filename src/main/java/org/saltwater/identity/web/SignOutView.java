package org.saltwater.identity.web;

/// The page that asks whether to leave.
public record SignOutView() {}
