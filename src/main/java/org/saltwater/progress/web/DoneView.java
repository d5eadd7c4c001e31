package org.saltwater.progress.web;

/// Thanks, and the way on.
public record DoneView() {}
