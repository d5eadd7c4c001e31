package org.saltwater.measures;

/// An item whose answer brings a human, whatever the total. A lower answer reassures nobody.
///
/// @param from answers from here on bring someone the same day
/// @param urgentFrom answers from here on bring whoever is on call at once
public record Flag(String item, int from, int urgentFrom) {}
