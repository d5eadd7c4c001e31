package org.saltwater.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/// What readers see: of each article the last reviewed text of this practice; if there is none, the
/// one that came with Saltwater, which says that nobody has reviewed it; if it was withdrawn,
/// nothing. A practice’s own words are never shown before someone with a licence has read them.
@Component
class Shelf {
  private static final int KEPT_RENDERED = 500;

  /// As [Markdown] writes a link to another article.
  private static final Pattern LINK =
      Pattern.compile(
          "<a href=\"/library/([a-z0-9-]+)(?:#[^\"]*)?\"[^>]*>(.*?)</a>", Pattern.DOTALL);

  private final ArticleRows rows;
  private final ShippedArticles shipped;
  private final Markdown markdown;
  private final Cache<String, Rendered> rendered =
      Caffeine.newBuilder().maximumSize(KEPT_RENDERED).build();

  Shelf(ArticleRows rows, ShippedArticles shipped, Markdown markdown) {
    this.rows = rows;
    this.shipped = shipped;
    this.markdown = markdown;
  }

  /// By topic, then by title.
  List<Shown> list() {
    var overridden = rows.listOverridden();
    return Stream.concat(
            overridden.values().stream().flatMap(Optional::stream).map(Shelf::of),
            shipped.list().stream().filter(it -> !overridden.containsKey(it.slug())).map(Shelf::of))
        .sorted(
            Comparator.comparing((Shown it) -> it.text().topic())
                .thenComparing(it -> it.text().title()))
        .toList();
  }

  Optional<Shown> find(String slug) {
    var own = rows.listOverridden(slug);
    return own.isEmpty()
        ? shipped.find(slug).map(Shelf::of)
        : own.values().stream().flatMap(Optional::stream).map(Shelf::of).findFirst();
  }

  /// @throws Refusal `not-found`
  Shown get(String slug) {
    return find(slug).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Made once for each text.
  Rendered render(Shown article) {
    return rendered.get(
        article.slug() + " " + article.stamp(), _ -> markdown.render(article.text().body()));
  }

  /// Its text with those links only that lead somewhere: an article that was withdrawn leaves its
  /// words, without the way to it.
  String html(Shown article) {
    return LINK.matcher(render(article).html())
        .replaceAll(
            link ->
                Matcher.quoteReplacement(
                    find(link.group(1)).isPresent() ? link.group() : link.group(2)));
  }

  private static Shown of(Working article) {
    return new Shown(
        article.slug(),
        stamp(article.text()),
        article.text(),
        article.writtenAt(),
        article.review(),
        article.writtenBy() == null);
  }

  private static Shown of(ShippedArticle article) {
    return new Shown(
        article.slug(),
        stamp(article.text()),
        article.text(),
        article.modified().atStartOfDay(ZoneOffset.UTC).toInstant(),
        article.review(),
        true);
  }

  private static String stamp(ArticleText text) {
    return DigestUtils.md5DigestAsHex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
