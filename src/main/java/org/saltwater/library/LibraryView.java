package org.saltwater.library;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of articles, or what was found in them.
///
/// @param sought what was looked for, as it was typed; empty for the list
/// @param topic the only one that is shown; null for all
/// @param hits null if nothing was looked for
public record LibraryView(
    List<Shown> articles,
    LocalDate today,
    String sought,
    @Nullable Topic topic,
    @Nullable List<Hit> hits) {
  /// Those that have articles.
  public List<Topic> topics() {
    return Arrays.stream(Topic.values())
        .filter(it -> articles.stream().anyMatch(article -> article.text().topic() == it))
        .toList();
  }

  public List<Topic> shownTopics() {
    return topics().stream().filter(it -> topic == null || topic == it).toList();
  }

  public List<Shown> in(Topic place) {
    return articles.stream().filter(it -> it.text().topic() == place).toList();
  }
}
