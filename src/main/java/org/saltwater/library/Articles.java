package org.saltwater.library;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The desk: what the practice writes, changes, reviews and withdraws. Readers have [Shelf].
@Service
@Transactional
class Articles {
  /// Characters that a reviewer may send a text back with.
  static final int LONGEST_WORDS = 2_000;

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_SLUG = 80;

  /// What an address begins with that is no article.
  private static final Set<String> TAKEN = Set.of("desk", "new", "preview");

  private final ArticleRows rows;
  private final ShippedArticles shipped;
  private final Reviewers reviewers;
  private final Markdown markdown;
  private final AuditLog audit;
  private final Clock clock;

  Articles(
      ArticleRows rows,
      ShippedArticles shipped,
      Reviewers reviewers,
      Markdown markdown,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.shipped = shipped;
    this.reviewers = reviewers;
    this.markdown = markdown;
    this.audit = audit;
    this.clock = clock;
  }

  /// Everything there is, by title.
  @Transactional(readOnly = true)
  List<Working> list() {
    var all = new ArrayList<>(rows.list());
    var touched = all.stream().map(Working::slug).toList();
    shipped.list().stream()
        .filter(it -> !touched.contains(it.slug()))
        .map(Articles::untouched)
        .forEach(all::add);
    all.sort(Comparator.comparing(it -> it.text().title()));
    return all;
  }

  /// @throws Refusal `not-found`
  @Transactional(readOnly = true)
  Working get(String slug) {
    return rows.find(slug)
        .or(() -> shipped.find(slug).map(Articles::untouched))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// One of the texts that were ever saved.
  ///
  /// @throws Refusal `not-found`
  @Transactional(readOnly = true)
  ArticleText getText(String slug, int version) {
    return rows.findText(slug, version).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  @Transactional(readOnly = true)
  List<HistoryLine> listHistory(String slug) {
    return rows.listHistory(slug);
  }

  /// The text that came with this Saltwater, if it is another than the one that the practice’s
  /// began from. It never takes that one’s place by itself.
  Optional<ArticleText> findNewerShipped(Working article) {
    return shipped
        .find(article.slug())
        .filter(it -> article.version() > 0 && !it.digest().equals(article.base()))
        .map(ShippedArticle::text);
  }

  /// Saves a text. Sent twice it is saved once. What was reviewed is in review again, and readers
  /// go on seeing what was reviewed; what was withdrawn is a draft.
  ///
  /// @param read what was changed, see [Read]
  /// @param fromShipped whether the text was taken from the one that came with this Saltwater
  /// @throws Refusal `invalid` with the fields to look at again, or `article-changed-meanwhile`
  Working save(SignedIn me, String slug, Read read, ArticleText text, boolean fromShipped) {
    var version = read.version();
    markdown.render(text.body());
    var found = rows.lock(slug);
    if (found.isEmpty()) {
      return begin(me, slug, read, text);
    }
    var current = found.orElseThrow();
    if (current.version() != version) {
      if (isSentTwice(current, me, version, text)) {
        return current;
      }
      throw new Refusal(LibraryProblem.ARTICLE_CHANGED_MEANWHILE);
    }
    var now = clock.instant();
    rows.insertText(slug, version + 1, text, me.id(), now);
    return keep(
        me,
        new Working(
            slug,
            current.stateOn(today()).changed(),
            version + 1,
            text,
            me.id(),
            now,
            current.shown(),
            current.writersAfter(me.id()),
            current.review(),
            fromShipped
                ? shipped.find(slug).map(ShippedArticle::digest).orElse(null)
                : current.base()),
        "");
  }

  private Working begin(SignedIn me, String slug, Read read, ArticleText text) {
    if (!isSlug(slug)) {
      throw invalid("slug", "library.field.slug");
    }
    if (read.version() != 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var own = shipped.find(slug);
    own.ifPresent(it -> requireRead(read, it.digest()));
    var now = clock.instant();
    var article =
        new Working(
            slug,
            ArticleState.DRAFT,
            1,
            text,
            me.id(),
            now,
            own.isPresent() ? 0 : null,
            Set.of(me.id()),
            Optional.empty(),
            own.map(ShippedArticle::digest).orElse(null));
    insert(article);
    rows.insertText(slug, 1, text, me.id(), now);
    return keep(me, article, "");
  }

  /// What is wrong with the address of a new article; empty if it can be had.
  @Transactional(readOnly = true)
  List<FieldProblem> listProblems(String slug) {
    if (!isSlug(slug)) {
      return List.of(new FieldProblem("slug", "library.field.slug"));
    }
    return rows.find(slug).isPresent() || shipped.find(slug).isPresent()
        ? List.of(new FieldProblem("slug", "library.field.slug.taken"))
        : List.of();
  }

  private static boolean isSlug(String slug) {
    return slug.length() <= LONGEST_SLUG && SLUG.matcher(slug).matches() && !TAKEN.contains(slug);
  }

  /// Of a draft, or of what was reviewed, so that it is looked at anew before its day.
  ///
  /// @throws Refusal `article-not-ready` for what is in review or withdrawn
  Working askForReview(SignedIn me, String slug, Read read) {
    return move(me, slug, read, ArticleState.IN_REVIEW);
  }

  /// Readers see this text from now on, with the reviewer’s name and licences as of today.
  ///
  /// @param read what was read
  /// @throws Refusal `licence-needed`, `own-article`, `article-changed-meanwhile`, or
  ///     `article-not-ready`
  Working approve(SignedIn me, String slug, Read read) {
    var current = touched(slug, read);
    requireNext(current, ArticleState.REVIEWED);
    var review = requireReviewer(me, current);
    var approved =
        current.with(
            ArticleState.REVIEWED, current.version(), current.writers(), Optional.of(review));
    return keep(me, approved, "", me.id());
  }

  /// @param words what to change
  /// @throws Refusal as [#approve], or `invalid` with the field `words`
  Working sendBack(SignedIn me, String slug, Read read, String words) {
    if (words.isBlank() || words.strip().length() > LONGEST_WORDS) {
      throw invalid("words", "library.field.words", LONGEST_WORDS);
    }
    var current = touched(slug, read);
    if (current.stateOn(today()) != ArticleState.IN_REVIEW) {
      throw new Refusal(LibraryProblem.ARTICLE_NOT_READY);
    }
    requireReviewer(me, current);
    return keep(
        me,
        current.with(ArticleState.DRAFT, current.shown(), current.writers(), current.review()),
        words.strip());
  }

  /// Readers see it no more, at once.
  ///
  /// @throws Refusal `article-changed-meanwhile`, or `article-not-ready` for what is withdrawn
  Working withdraw(SignedIn me, String slug, Read read) {
    return move(me, slug, read, ArticleState.WITHDRAWN);
  }

  /// Whether this person may review the article as it stands.
  boolean mayReview(SignedIn me, Working article) {
    return !article.writers().contains(me.id()) && reviewers.find(me, today()).isPresent();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Working move(SignedIn me, String slug, Read read, ArticleState next) {
    var current = touched(slug, read);
    requireNext(current, next);
    var shown = next == ArticleState.WITHDRAWN ? null : current.shown();
    return keep(me, current.with(next, shown, current.writers(), current.review()), "");
  }

  private Review requireReviewer(SignedIn me, Working current) {
    var review =
        reviewers.find(me, today()).orElseThrow(() -> new Refusal(LibraryProblem.LICENCE_NEEDED));
    if (current.writers().contains(me.id())) {
      throw new Refusal(LibraryProblem.OWN_ARTICLE);
    }
    return review;
  }

  private void requireNext(Working current, ArticleState next) {
    if (!current.stateOn(today()).canBecome(next)) {
      throw new Refusal(LibraryProblem.ARTICLE_NOT_READY);
    }
  }

  /// The article, locked, with a row of its own even if it came with Saltwater.
  private Working touched(String slug, Read read) {
    var found = rows.lock(slug);
    var current = found.orElseGet(() -> get(slug));
    if (current.version() != read.version()) {
      throw new Refusal(LibraryProblem.ARTICLE_CHANGED_MEANWHILE);
    }
    if (found.isPresent()) {
      return current;
    }
    requireRead(read, current.base());
    var copy =
        new Working(
            slug,
            current.state(),
            1,
            current.text(),
            null,
            current.writtenAt(),
            0,
            Set.of(),
            current.review(),
            current.base());
    insert(copy);
    rows.insertText(slug, 1, copy.text(), null, copy.writtenAt());
    return copy;
  }

  private static void requireRead(Read read, @Nullable String digest) {
    if (!read.base().equals(digest)) {
      throw new Refusal(LibraryProblem.ARTICLE_CHANGED_MEANWHILE);
    }
  }

  private void insert(Working article) {
    if (!rows.insert(article)) {
      throw new Refusal(LibraryProblem.ARTICLE_CHANGED_MEANWHILE);
    }
  }

  private Working keep(SignedIn me, Working article, String words) {
    return keep(me, article, words, null);
  }

  private Working keep(SignedIn me, Working article, String words, @Nullable PersonId reviewer) {
    rows.update(article, reviewer);
    rows.note(
        article.slug(),
        new HistoryLine(article.version(), article.state(), me.id(), clock.instant(), words));
    audit.write(
        new AuditEntry(
            me.id(), AuditAction.CHANGED, null, "library.article", article.state().code()));
    return article;
  }

  private static boolean isSentTwice(Working current, SignedIn me, int version, ArticleText text) {
    return current.version() == version + 1
        && me.id().equals(current.writtenBy())
        && current.text().equals(text);
  }

  private static Working untouched(ShippedArticle article) {
    return new Working(
        article.slug(),
        article.review().isPresent() ? ArticleState.REVIEWED : ArticleState.IN_REVIEW,
        0,
        article.text(),
        null,
        article.modified().atStartOfDay(ZoneOffset.UTC).toInstant(),
        0,
        Set.of(),
        article.review(),
        article.digest());
  }

  private static Refusal invalid(String field, String key, Object... arguments) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, key, List.of(arguments))));
  }
}
