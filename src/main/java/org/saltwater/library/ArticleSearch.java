package org.saltwater.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks for words in what readers see. What is looked for is neither kept nor logged.
@Service
class ArticleSearch {
  /// Characters; what is longer is cut.
  static final int LONGEST = 200;

  private static final int MOST = 30;

  /// Those that PostgreSQL can stem; `V065__library.sql` has a configuration for each.
  private static final Set<String> STEMMED = Set.of("en", "de", "es", "fr");

  private final JdbcClient jdbc;
  private final Shelf shelf;

  ArticleSearch(JdbcClient jdbc, Shelf shelf) {
    this.jdbc = jdbc;
    this.shelf = shelf;
  }

  /// The best first; none for words that say nothing, such as “the”.
  ///
  /// @param words as people write them into a search field: quotes and a minus count
  @Transactional
  List<Hit> list(String words) {
    var sought = words.strip();
    if (sought.isEmpty()) {
      return List.of();
    }
    var shown = shelf.list().stream().collect(Collectors.toMap(Shown::slug, Function.identity()));
    catchUp(shown);
    return jdbc
        .sql(
            """
            select s.slug, ts_headline(config::regconfig, body, query,
              'StartSel=%c, StopSel=%c, MinWords=12, MaxWords=28') as snippet
            from library_search s,
              lateral websearch_to_tsquery(config::regconfig, :words) as query
            where s.words @@ query
            order by ts_rank(s.words, query) desc, s.slug limit :most
            """
                .formatted(Hit.BEGIN, Hit.END))
        .param("words", sought.substring(0, Math.min(LONGEST, sought.length())))
        .param("most", MOST)
        .query((row, _) -> Map.entry(row.getString("slug"), Hit.pieces(row.getString("snippet"))))
        .list()
        .stream()
        .flatMap(
            found ->
                Optional.ofNullable(shown.get(found.getKey())).stream()
                    .map(article -> new Hit(article, found.getValue())))
        .toList();
  }

  /// Nothing to do, but after an article changed, or the first time after an upgrade.
  private void catchUp(Map<String, Shown> shown) {
    var known =
        jdbc
            .sql("select slug, stamp from library_search")
            .query((row, _) -> Map.entry(row.getString("slug"), row.getString("stamp")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    // In one order, so that two who catch up at once do not wait for each other in a circle.
    Stream.concat(known.keySet().stream(), shown.keySet().stream())
        .distinct()
        .sorted()
        .forEach(
            slug -> {
              var article = shown.get(slug);
              if (article == null) {
                jdbc.sql("delete from library_search where slug = ?").param(slug).update();
              } else if (!article.stamp().equals(known.get(slug))) {
                index(article);
              }
            });
  }

  private void index(Shown article) {
    var text = article.text();
    var config = STEMMED.contains(text.language()) ? text.language() : "any";
    jdbc.sql(
            """
            insert into library_search (slug, stamp, config, body, words)
            values (:slug, :stamp, :config, :body,
              setweight(to_tsvector(cast(:config as regconfig), :title), 'A')
              || setweight(to_tsvector(cast(:config as regconfig), :summary), 'B')
              || to_tsvector(cast(:config as regconfig), :body))
            on conflict (slug) do update set stamp = excluded.stamp, config = excluded.config,
              body = excluded.body, words = excluded.words
            """)
        .param("slug", article.slug())
        .param("stamp", article.stamp())
        .param("config", "library_" + config)
        .param("title", text.title())
        .param("summary", text.summary())
        .param("body", unmarked(shelf.render(article).plain()))
        .update();
  }

  private static String unmarked(String text) {
    return text.replace(Hit.BEGIN, ' ').replace(Hit.END, ' ');
  }
}
