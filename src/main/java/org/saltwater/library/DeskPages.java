package org.saltwater.library;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What becomes of an article: asked for, reviewed, sent back, withdrawn. Supervisors review, and
/// so see the desk; writing is [EditPages].
@Controller
@RequestMapping("/library/desk")
class DeskPages {
  private final Articles articles;
  private final Markdown markdown;
  private final People people;

  DeskPages(Articles articles, Markdown markdown, People people) {
    this.articles = articles;
    this.markdown = markdown;
    this.people = people;
  }

  @GetMapping
  @For({Audience.THERAPIST, Audience.SUPERVISOR, Audience.COORDINATOR})
  PageView list(@AuthenticationPrincipal SignedIn me) {
    var today = articles.today();
    return PageView.of(
        "library/desk",
        new DeskView(
            articles.list().stream()
                .map(
                    it ->
                        new DeskView.Line(
                            it.slug(),
                            it.text().title(),
                            it.stateOn(today),
                            it.shown() != null,
                            articles.findNewerShipped(it).isPresent(),
                            it.writtenAt()))
                .toList(),
            writes(me)));
  }

  /// @param version an older text of it; the one it has now if it is left out
  @GetMapping("/{slug}")
  @For({Audience.THERAPIST, Audience.SUPERVISOR, Audience.COORDINATOR})
  PageView article(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(defaultValue = "") String done) {
    return page(me, slug, version, "", FormErrors.none(), done);
  }

  @PostMapping("/{slug}/review-request")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  View ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String base) {
    articles.askForReview(me, slug, new Read(version, base));
    return to(slug, "asked");
  }

  @PostMapping("/{slug}/review")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  View review(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String base,
      @RequestParam(defaultValue = "false") boolean approved,
      @RequestParam(defaultValue = "") String words) {
    if (approved) {
      articles.approve(me, slug, new Read(version, base));
      return to(slug, "reviewed");
    }
    try {
      articles.sendBack(me, slug, new Read(version, base), words);
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return page(me, slug, null, words, FormErrors.of(refusal), "").withStatus(422);
    }
    return to(slug, "sent-back");
  }

  @PostMapping("/{slug}/withdrawal")
  @For({Audience.THERAPIST, Audience.COORDINATOR})
  View withdraw(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String base) {
    articles.withdraw(me, slug, new Read(version, base));
    return to(slug, "withdrawn");
  }

  private static View to(String slug, String done) {
    return SeeOther.to("/library/desk/" + slug + "?done=" + done);
  }

  private PageView page(
      SignedIn me,
      String slug,
      @Nullable Integer version,
      String words,
      FormErrors errors,
      String done) {
    var article = articles.get(slug);
    var read = version == null ? article.version() : version;
    var text = read == article.version() ? article.text() : articles.getText(slug, read);
    return PageView.of(
        "library/desk-article",
        new DeskArticleView(
            slug,
            text,
            markdown.render(text.body()).html(),
            article.stateOn(articles.today()),
            read,
            article.version(),
            Objects.requireNonNullElse(article.base(), ""),
            seen(article),
            articles.findNewerShipped(article).isPresent(),
            articles.mayReview(me, article),
            writes(me),
            history(slug),
            words,
            errors,
            done));
  }

  private static String seen(Working article) {
    if (article.shown() == null) {
      return "none";
    }
    return article.isShown() ? "this" : article.shown() == 0 ? "shipped" : "other";
  }

  private List<DeskArticleView.Line> history(String slug) {
    var lines = articles.listHistory(slug);
    var ids =
        lines.stream().map(HistoryLine::person).collect(Collectors.toCollection(HashSet::new));
    var names = people.listAllOf(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    return lines.stream()
        .map(
            it ->
                new DeskArticleView.Line(
                    it.version(),
                    it.words().isEmpty() ? it.state().code() : "sent-back",
                    names.getOrDefault(it.person(), ""),
                    it.at(),
                    it.words()))
        .toList();
  }

  private static boolean writes(SignedIn me) {
    return me.is(Role.THERAPIST) || me.is(Role.COORDINATOR);
  }
}
