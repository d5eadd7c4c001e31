package org.saltwater.site;

/// One entry of a list to choose from.
///
/// @param value what is sent
/// @param label what is read
public record Option(String value, String label) {}
