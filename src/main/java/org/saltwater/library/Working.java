package org.saltwater.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.PersonId;

/// An article as those who work on it see it.
///
/// @param state as stored, see [#stateOn]
/// @param version of the text; grows with each save; 0 is the text that came with Saltwater, while
///     nobody here has touched it
/// @param writtenBy null for what came with Saltwater
/// @param shown the version that readers see, 0 for the text that came with Saltwater; null if they
///     see none
/// @param writers whose words stand in it that nobody else has reviewed, or that the last review
///     was about
/// @param review of the version that is shown
/// @param base the digest of the shipped text that it began from; null if it began here
record Working(
    String slug,
    ArticleState state,
    int version,
    ArticleText text,
    @Nullable PersonId writtenBy,
    Instant writtenAt,
    @Nullable Integer shown,
    Set<PersonId> writers,
    Optional<Review> review,
    @Nullable String base) {
  Working {
    writers = Set.copyOf(writers);
  }

  ArticleState stateOn(LocalDate today) {
    return review.map(it -> state.on(today, it.next())).orElse(state);
  }

  /// Those whose words a save by this person leaves unreviewed.
  Set<PersonId> writersAfter(PersonId person) {
    var all = new HashSet<>(state == ArticleState.REVIEWED ? Set.<PersonId>of() : writers);
    all.add(person);
    return all;
  }

  /// Whether readers see this very text, reviewed.
  boolean isShown() {
    return shown != null && shown == version;
  }

  Working with(
      ArticleState next, @Nullable Integer nowShown, Set<PersonId> by, Optional<Review> reviewed) {
    return new Working(
        slug, next, version, text, writtenBy, writtenAt, nowShown, by, reviewed, base);
  }
}
