package org.saltwater.matching.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.matching.Introduction;

/// Everyone who fits, a page at a time.
///
/// @param next where the page after stands; null on the last
/// @param later whether this is not the first page
public record AllMatchesView(
    List<Introduction> introductions, int fitting, @Nullable String next, boolean later) {}
