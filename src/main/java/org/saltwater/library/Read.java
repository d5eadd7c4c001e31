package org.saltwater.library;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The text that somebody had before them when they decided.
///
/// @param version 0 for a new article, or one that nobody here has touched
/// @param base for the latter the digest of the text that came with Saltwater: an upgrade brings
///     another text, which they have not read; empty otherwise
record Read(int version, String base) {
  Read(int version, @Nullable String base) {
    this.version = version;
    this.base = Objects.requireNonNullElse(base, "");
  }
}
