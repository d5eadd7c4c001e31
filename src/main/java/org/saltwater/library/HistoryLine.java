package org.saltwater.library;

import java.time.Instant;
import org.saltwater.kernel.PersonId;

/// One thing that somebody did with an article.
///
/// @param state what it was afterwards
/// @param words what a reviewer asked to have changed; empty otherwise
record HistoryLine(int version, ArticleState state, PersonId person, Instant at, String words) {}
