package org.saltwater.identity.web;

/// The page that asks to confirm an address.
///
/// @param action where its form goes
public record ConfirmView(String action) {}
