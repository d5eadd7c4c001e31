package org.saltwater.identity.web;

/// A page that only says that something was done.
///
/// @param what the part of the bundle's keys that tells it
public record SaidView(String what) {}
