package org.saltwater.library;

import java.util.Comparator;
import java.util.List;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Installation;
import org.saltwater.site.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The library, for anyone.
@Controller
@RequestMapping("/library")
@For(Audience.ANYONE)
class LibraryPages {
  private static final int RELATED = 3;

  private final Shelf shelf;
  private final ArticleSearch search;
  private final Articles articles;
  private final Installation installation;

  LibraryPages(Shelf shelf, ArticleSearch search, Articles articles, Installation installation) {
    this.shelf = shelf;
    this.search = search;
    this.articles = articles;
    this.installation = installation;
  }

  @GetMapping
  PageView list(
      @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String topic) {
    return PageView.of(
        "library/list",
        new LibraryView(
            shelf.list(),
            articles.today(),
            q,
            Topic.find(topic).orElse(null),
            q.isBlank() ? null : search.list(q)));
  }

  @GetMapping("/{slug}")
  PageView article(@PathVariable String slug) {
    var article = shelf.get(slug);
    var rendered = shelf.render(article);
    var home = installation.address().toString().replaceFirst("/$", "");
    var address = home + "/library/" + slug;
    return PageView.of(
        "library/article",
        new ArticleView(
            article,
            shelf.html(article),
            rendered.minutes(),
            articles.today(),
            related(article),
            address,
            home + "/help-now",
            StructuredData.of(article, address, installation.practice()).json()));
  }

  /// Of the same topic before others.
  private List<Shown> related(Shown article) {
    return shelf.list().stream()
        .filter(it -> !it.slug().equals(article.slug()))
        .sorted(Comparator.comparing(it -> it.text().topic() != article.text().topic()))
        .limit(RELATED)
        .toList();
  }
}
