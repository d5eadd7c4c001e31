package org.saltwater.measures;

import org.jspecify.annotations.Nullable;

/// A total from which on an instrument is read as positive.
///
/// @param group for whom it is meant, such as `women`; null for everyone
/// @param part which part's sum it is about; null for the total
/// @param unlessAllPointsFrom a link id: when every point comes from this one item, the cut-off
///     does not count
public record Cut(
    String name,
    int from,
    @Nullable String group,
    @Nullable String part,
    @Nullable String unlessAllPointsFrom) {}
