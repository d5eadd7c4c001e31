package org.saltwater.measures;

import org.jspecify.annotations.Nullable;

/// One answer that an item offers.
///
/// @param loinc LOINC answer code, where there is one
public record Choice(int value, String text, @Nullable String loinc) {}
