package org.saltwater.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The library for programs, as readers see it.
@RestController
@RequestMapping("/api/v1/library")
@For(Audience.ANYONE)
class LibraryApi {
  private final Shelf shelf;
  private final ArticleSearch search;
  private final Articles articles;

  LibraryApi(Shelf shelf, ArticleSearch search, Articles articles) {
    this.shelf = shelf;
    this.search = search;
    this.articles = articles;
  }

  /// @param snippet where something was found, without marks; null in a list
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ArticleLine(
      String slug,
      String title,
      String summary,
      Topic topic,
      List<String> languages,
      Shown.Standing standing,
      @Nullable String snippet) {
    static ArticleLine of(Shown article, LocalDate today, @Nullable String snippet) {
      return new ArticleLine(
          article.slug(),
          article.text().title(),
          article.text().summary(),
          article.text().topic(),
          article.text().languages(),
          article.standingOn(today),
          snippet);
    }
  }

  record ArticleLines(List<ArticleLine> articles) {}

  /// @param licences where the reviewer was licensed on that day (ISO 3166)
  record ReviewAnswer(String reviewer, List<String> licences, LocalDate on, LocalDate next) {
    static ReviewAnswer of(Review review) {
      return new ReviewAnswer(review.name(), review.licences(), review.on(), review.next());
    }
  }

  /// @param markdown the text as it was written
  /// @param html the same, safe to show
  /// @param review null while nobody has reviewed it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ArticleAnswer(
      ArticleLine article,
      List<String> authors,
      List<String> sources,
      String markdown,
      String html,
      int minutes,
      @Nullable ReviewAnswer review) {}

  @GetMapping
  ArticleLines list(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String topic) {
    var today = articles.today();
    if (!q.isBlank()) {
      return new ArticleLines(
          search.list(q).stream()
              .map(
                  it ->
                      ArticleLine.of(
                          it.article(),
                          today,
                          it.snippet().stream().map(Hit.Piece::text).collect(Collectors.joining())))
              .toList());
    }
    var only = Topic.find(topic);
    return new ArticleLines(
        shelf.list().stream()
            .filter(it -> only.isEmpty() || only.get() == it.text().topic())
            .map(it -> ArticleLine.of(it, today, null))
            .toList());
  }

  @GetMapping("/{slug}")
  ArticleAnswer get(@PathVariable String slug) {
    var article = shelf.get(slug);
    var rendered = shelf.render(article);
    return new ArticleAnswer(
        ArticleLine.of(article, articles.today(), null),
        article.text().authors(),
        article.text().sources(),
        article.text().body(),
        shelf.html(article),
        rendered.minutes(),
        article.review().map(ReviewAnswer::of).orElse(null));
  }
}
