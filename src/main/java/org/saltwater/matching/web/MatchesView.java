package org.saltwater.matching.web;

import java.util.List;
import org.saltwater.matching.Introduction;

/// The few who fit best.
///
/// @param fitting how many fit in all
/// @param waiting whether the client still stands in the line
public record MatchesView(
    List<Introduction> introductions, int fitting, int withinDays, boolean waiting) {}
