package org.saltwater.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.library.LibraryApi.ReviewAnswer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The desk for programs. A text may be sent twice: the version says whether it is the same.
@RestController
@RequestMapping("/api/v1/library/desk")
class LibraryDeskApi {
  private final Articles articles;
  private final Markdown markdown;

  LibraryDeskApi(Articles articles, Markdown markdown) {
    this.articles = articles;
    this.markdown = markdown;
  }

  /// @param seen whether readers see some text of it
  /// @param newerShipped whether Saltwater has come with another text than this one began from
  record DeskLine(
      String slug,
      String title,
      ArticleState state,
      int version,
      boolean seen,
      boolean newerShipped) {}

  record DeskLines(List<DeskLine> articles) {}

  record HistoryAnswer(int version, ArticleState state, UUID person, Instant at, String words) {}

  /// @param base the shipped text that it began from
  /// @param shown the version that readers see, 0 for the one that came with Saltwater; null for
  ///     none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeskAnswer(
      String slug,
      ArticleState state,
      int version,
      @Nullable String base,
      ArticleText text,
      @Nullable Integer shown,
      @Nullable ReviewAnswer review,
      boolean newerShipped,
      List<HistoryAnswer> history) {}

  /// Authors and sources one a line, languages with spaces between them.
  record TextBody(
      @Nullable String title,
      @Nullable String summary,
      @Nullable String topic,
      @Nullable String authors,
      @Nullable String languages,
      @Nullable String sources,
      @Nullable String body) {
    ArticleText text() {
      return new ArticleForm(title, summary, topic, authors, languages, sources, body)
          .unpacked()
          .text();
    }
  }

  /// @param version the one that was changed, 0 for a new article
  /// @param base as the answer gave it; needed for a text that came with Saltwater and that nobody
  // here
  ///     has touched
  /// @param fromShipped whether the text was taken from the one that came with this Saltwater
  record SaveBody(
      int version,
      @Nullable String base,
      @Nullable Boolean fromShipped,
      @NotNull @Valid TextBody text) {
    Read read() {
      return new Read(version, base);
    }
  }

  /// @param version the one that was read
  /// @param base as the answer gave it; needed for a text that came with Saltwater and that nobody
  // here
  ///     has touched
  record VersionBody(int version, @Nullable String base) {
    Read read() {
      return new Read(version, base);
    }
  }

  /// @param version the one that was read
  /// @param base as the answer gave it; needed for a text that came with Saltwater and that nobody
  // here
  ///     has touched
  /// @param words what to change, if it is not approved
  record ReviewBody(int version, @Nullable String base, boolean approved, @Nullable String words) {
    Read read() {
      return new Read(version, base);
    }
  }

  record PreviewAnswer(String html, int minutes) {}

  @GetMapping
  @For({Audience.THERAPIST, Audience.SUPERVISOR, Audience.COORDINATOR})
  DeskLines list() {
    var today = articles.today();
    return new DeskLines(
        articles.list().stream()
            .map(
                it ->
                    new DeskLine(
                        it.slug(),
                        it.text().title(),
                        it.stateOn(today),
                        it.version(),
                        it.shown() != null,
                        articles.findNewerShipped(it).isPresent()))
            .toList());
  }

  @GetMapping("/{slug}")
  @For({Audience.THERAPIST, Audience.SUPERVISOR, Audience.COORDINATOR})
  DeskAnswer get(@PathVariable String slug) {
    return answer(articles.get(slug));
  }

  @PutMapping("/{slug}")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  DeskAnswer save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestBody @Valid SaveBody request) {
    return answer(
        articles.save(
            me,
            slug,
            request.read(),
            request.text().text(),
            Boolean.TRUE.equals(request.fromShipped())));
  }

  @PostMapping("/preview")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  PreviewAnswer preview(@RequestBody @Valid TextBody request) {
    var rendered = markdown.render(request.text().body());
    return new PreviewAnswer(rendered.html(), rendered.minutes());
  }

  @PostMapping("/{slug}/review-request")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  DeskAnswer ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestBody VersionBody request) {
    return answer(articles.askForReview(me, slug, request.read()));
  }

  @PostMapping("/{slug}/review")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  DeskAnswer review(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestBody ReviewBody request) {
    var words = request.words() == null ? "" : request.words();
    return answer(
        request.approved()
            ? articles.approve(me, slug, request.read())
            : articles.sendBack(me, slug, request.read(), words));
  }

  @PostMapping("/{slug}/withdrawal")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  DeskAnswer withdraw(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestBody VersionBody request) {
    return answer(articles.withdraw(me, slug, request.read()));
  }

  private DeskAnswer answer(Working article) {
    return new DeskAnswer(
        article.slug(),
        article.stateOn(articles.today()),
        article.version(),
        article.base(),
        article.text(),
        article.shown(),
        article.review().map(ReviewAnswer::of).orElse(null),
        articles.findNewerShipped(article).isPresent(),
        articles.listHistory(article.slug()).stream()
            .map(
                it ->
                    new HistoryAnswer(
                        it.version(), it.state(), it.person().value(), it.at(), it.words()))
            .toList());
  }
}
