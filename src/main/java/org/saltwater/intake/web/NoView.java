package org.saltwater.intake.web;

/// A page that shows nothing of its own.
public record NoView() {}
