package org.saltwater.library;

import java.util.List;

/// An article, whole.
///
/// @param summary one or two sentences: the list, search engines
/// @param authors as readers read them
/// @param languages what it is written in, the main one first (BCP 47 primary tags)
/// @param sources one a line, an address at the end if there is one
/// @param body Markdown
public record ArticleText(
    String title,
    String summary,
    Topic topic,
    List<String> authors,
    List<String> languages,
    List<String> sources,
    String body) {
  public ArticleText {
    authors = List.copyOf(authors);
    languages = List.copyOf(languages);
    sources = List.copyOf(sources);
  }

  public String language() {
    return languages.getFirst();
  }
}
