package org.saltwater.home;

/// The first page says the same to everyone.
public record LandingView() {}
