package org.saltwater.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A way from a mail into this installation. Only this becomes an address; a text that looks like
/// one stays a text.
///
/// @param path such as `/reset/…`
/// @param lasts how long it works from the moment it is queued; a mail that could not leave in that
///     time is not sent any more. Null for always.
public record Link(String path, @Nullable Duration lasts) {
  public Link {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("not a path of ours");
    }
  }

  public Link(String path) {
    this(path, null);
  }

  /// It may open something.
  @Override
  public String toString() {
    return "Link[redacted]";
  }
}
