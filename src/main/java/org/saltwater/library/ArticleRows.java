package org.saltwater.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ArticleRows {
  private static final String WORKING =
      """
      select a.slug, a.state, a.version, a.shown, a.writers, a.base, a.reviewer_name,
        a.reviewer_licences, a.reviewed_on, a.next_review, t.title, t.summary, t.topic, t.authors,
        t.languages, t.sources, t.body, t.written_by, t.written_at
      from library_article a join library_text t on t.slug = a.slug and t.version =\s""";

  private static final String SHOWN = WORKING.replace(" join ", " left join ") + "a.shown where ";

  private final JdbcClient jdbc;

  ArticleRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Working> find(String slug) {
    return jdbc.sql(WORKING + "a.version where a.slug = :slug")
        .param("slug", slug)
        .query((row, _) -> working(row))
        .optional();
  }

  /// Holds the article until the transaction ends.
  Optional<Working> lock(String slug) {
    jdbc.sql("select 1 from library_article where slug = ? for update")
        .param(slug)
        .query(Integer.class)
        .optional();
    return find(slug);
  }

  List<Working> list() {
    return jdbc.sql(WORKING + "a.version order by a.slug").query((row, _) -> working(row)).list();
  }

  /// Those that readers do not see as they came with Saltwater, each with the text that they see
  /// instead; without one if it was withdrawn. One statement, and so of one moment.
  Map<String, Optional<Working>> listOverridden() {
    return overridden("a.shown is distinct from 0", "");
  }

  /// As [#listOverridden()], of one: empty if it is not among them.
  Map<String, Optional<Working>> listOverridden(String slug) {
    return overridden("a.shown is distinct from 0 and a.slug = :slug", slug);
  }

  private Map<String, Optional<Working>> overridden(String which, String slug) {
    var all = new HashMap<String, Optional<Working>>();
    jdbc.sql(SHOWN + which)
        .param("slug", slug)
        .query(
            row -> {
              all.put(
                  row.getString("slug"),
                  row.getString("title") == null ? Optional.empty() : Optional.of(working(row)));
            });
    return all;
  }

  /// @return false if there is one of that name
  boolean insert(Working article) {
    return jdbc.sql(
                """
                insert into library_article (slug, state, version, shown, writers, base,
                  reviewer_name, reviewer_licences, reviewed_on, next_review)
                values (:slug, :state, :version, :shown, cast(:writers as uuid[]), :base,
                  :name, cast(:licences as text[]), :on, :next)
                on conflict do nothing
                """)
            .param("slug", article.slug())
            .param("state", article.state().name())
            .param("version", article.version())
            .param("shown", article.shown())
            .param("writers", array(article.writers().stream().map(PersonId::toString)))
            .param("base", article.base())
            .param("name", article.review().map(Review::name).orElse(null))
            .param(
                "licences", article.review().map(it -> array(it.licences().stream())).orElse(null))
            .param("on", article.review().map(Review::on).orElse(null))
            .param("next", article.review().map(Review::next).orElse(null))
            .update()
        == 1;
  }

  /// @param reviewer null if it was not reviewed now: what was known of the last review stays
  void update(Working article, @Nullable PersonId reviewer) {
    jdbc.sql(
            """
            update library_article set state = :state, version = :version, shown = :shown,
              writers = cast(:writers as uuid[]), base = :base,
              reviewer = coalesce(:reviewer, reviewer), reviewer_name = :name,
              reviewer_licences = cast(:licences as text[]), reviewed_on = :on, next_review = :next
            where slug = :slug
            """)
        .param("slug", article.slug())
        .param("state", article.state().name())
        .param("version", article.version())
        .param("shown", article.shown())
        .param("writers", array(article.writers().stream().map(PersonId::toString)))
        .param("base", article.base())
        .param("reviewer", reviewer == null ? null : reviewer.value())
        .param("name", article.review().map(Review::name).orElse(null))
        .param("licences", article.review().map(it -> array(it.licences().stream())).orElse(null))
        .param("on", article.review().map(Review::on).orElse(null))
        .param("next", article.review().map(Review::next).orElse(null))
        .update();
  }

  void insertText(String slug, int version, ArticleText text, @Nullable PersonId by, Instant at) {
    jdbc.sql(
            """
            insert into library_text (slug, version, title, summary, topic, authors, languages,
              sources, body, written_by, written_at)
            values (:slug, :version, :title, :summary, :topic, :authors, :languages, :sources,
              :body, :by, :at)
            """)
        .param("slug", slug)
        .param("version", version)
        .param("title", text.title())
        .param("summary", text.summary())
        .param("topic", text.topic().name())
        .param("authors", text.authors().toArray(String[]::new))
        .param("languages", text.languages().toArray(String[]::new))
        .param("sources", text.sources().toArray(String[]::new))
        .param("body", text.body())
        .param("by", by == null ? null : by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<ArticleText> findText(String slug, int version) {
    return jdbc.sql("select * from library_text where slug = ? and version = ?")
        .params(slug, version)
        .query((row, _) -> text(row))
        .optional();
  }

  void note(String slug, HistoryLine line) {
    jdbc.sql(
            """
            insert into library_history (slug, version, state, person, at, words)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            slug,
            line.version(),
            line.state().name(),
            line.person().value(),
            line.at().atOffset(ZoneOffset.UTC),
            line.words())
        .update();
  }

  /// The newest first.
  List<HistoryLine> listHistory(String slug) {
    return jdbc.sql("select * from library_history where slug = ? order by id desc")
        .param(slug)
        .query(
            (row, _) ->
                new HistoryLine(
                    row.getInt("version"),
                    ArticleState.valueOf(row.getString("state")),
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("words")))
        .list();
  }

  private static Working working(ResultSet row) throws SQLException {
    var by = row.getObject("written_by", UUID.class);
    return new Working(
        row.getString("slug"),
        ArticleState.valueOf(row.getString("state")),
        row.getInt("version"),
        text(row),
        by == null ? null : new PersonId(by),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getObject("shown", Integer.class),
        Stream.of((UUID[]) row.getArray("writers").getArray())
            .map(PersonId::new)
            .collect(Collectors.toSet()),
        review(row),
        row.getString("base"));
  }

  private static Optional<Review> review(ResultSet row) throws SQLException {
    var name = row.getString("reviewer_name");
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Review(
                name,
                list(row, "reviewer_licences"),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("next_review", LocalDate.class)));
  }

  private static ArticleText text(ResultSet row) throws SQLException {
    return new ArticleText(
        row.getString("title"),
        row.getString("summary"),
        Topic.valueOf(row.getString("topic")),
        list(row, "authors"),
        list(row, "languages"),
        list(row, "sources"),
        row.getString("body"));
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /// PostgreSQL's way to write an array of plain words.
  private static String array(Stream<String> words) {
    return words.sorted().collect(Collectors.joining(",", "{", "}"));
  }
}
