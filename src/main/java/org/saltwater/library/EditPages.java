package org.saltwater.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.library.EditView.Other;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Writing an article. Those who know write: therapists. Those who answer for what the practice
/// publishes write too: coordinators. No client’s data is near, so neither sees more than they may.
@Controller
@RequestMapping("/library/desk")
@For({Audience.THERAPIST, Audience.COORDINATOR})
class EditPages {
  private final Articles articles;
  private final Markdown markdown;
  private final People people;

  EditPages(Articles articles, Markdown markdown, People people) {
    this.articles = articles;
    this.markdown = markdown;
    this.people = people;
  }

  @GetMapping("/new")
  PageView begin(@AuthenticationPrincipal SignedIn me) {
    return page(blank("", ArticleForm.blank(me.name())));
  }

  @PostMapping
  View make(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String slug,
      @ModelAttribute ArticleForm form,
      @RequestParam(required = false) @Nullable String preview) {
    var typed = slug.strip();
    return answer(me, typed, blank(slug, form), preview != null);
  }

  @GetMapping("/{slug}/edit")
  PageView edit(@PathVariable String slug, @RequestParam(defaultValue = "false") boolean shipped) {
    var article = articles.get(slug);
    var newer = articles.findNewerShipped(article).filter(_ -> shipped);
    var form = ArticleForm.of(newer.orElse(article.text()));
    return page(view(slug, new Read(article.version(), article.base()), newer.isPresent(), form));
  }

  @PostMapping("/{slug}")
  View save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String slug,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam(defaultValue = "") String base,
      @RequestParam(defaultValue = "false") boolean shipped,
      @ModelAttribute ArticleForm form,
      @RequestParam(required = false) @Nullable String preview) {
    articles.get(slug);
    return answer(me, slug, view(slug, new Read(version, base), shipped, form), preview != null);
  }

  private View answer(SignedIn me, String slug, EditView sent, boolean preview) {
    try {
      var view = unpacked(sent);
      var problems =
          new ArrayList<>(view.isNew() ? articles.listProblems(slug) : List.<FieldProblem>of());
      problems.addAll(view.form().listProblems());
      if (!problems.isEmpty()) {
        throw new Refusal(GeneralProblem.INVALID, problems);
      }
      var text = view.form().text();
      var html = markdown.render(text.body()).html();
      if (preview) {
        return page(view.withPreview(html));
      }
      articles.save(me, slug, view.read(), text, view.fromShipped());
      return SeeOther.to("/library/desk/" + slug + "?done=saved");
    } catch (Refusal refusal) {
      if (refusal.type() == LibraryProblem.ARTICLE_CHANGED_MEANWHILE) {
        return page(changedMeanwhile(slug, sent)).withStatus(409);
      }
      if (refusal.type() == GeneralProblem.INVALID) {
        return page(readable(sent).with(FormErrors.of(refusal))).withStatus(422);
      }
      throw refusal;
    }
  }

  /// A pasted file’s top in its fields, so that what is wrong is marked where it can be mended.
  private static EditView unpacked(EditView view) {
    return new EditView(
        view.address(),
        view.slug(),
        view.isNew(),
        view.version(),
        view.base(),
        view.fromShipped(),
        view.form().unpacked(),
        view.errors(),
        null,
        null);
  }

  private static EditView readable(EditView view) {
    try {
      return unpacked(view);
    } catch (Refusal unreadable) {
      return view;
    }
  }

  private EditView changedMeanwhile(String slug, EditView sent) {
    var now = articles.get(slug);
    var by = now.writtenBy();
    var name = by == null ? "" : people.find(by).map(Person::name).orElse("");
    return sent.after(new Other(name, now.writtenAt()), new Read(now.version(), now.base()));
  }

  private static EditView blank(String slug, ArticleForm form) {
    return new EditView(
        "/library/desk", slug, true, 0, "", false, form, FormErrors.none(), null, null);
  }

  private static EditView view(String slug, Read read, boolean shipped, ArticleForm form) {
    return new EditView(
        "/library/desk/" + slug,
        slug,
        false,
        read.version(),
        read.base(),
        shipped,
        form,
        FormErrors.none(),
        null,
        null);
  }

  private static PageView page(EditView view) {
    return PageView.of("library/edit", view);
  }
}
