package org.saltwater.site;

/// What the page says when something cannot be done.
public record ProblemPage(String title, String detail) {}
