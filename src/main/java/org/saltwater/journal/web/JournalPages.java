package org.saltwater.journal.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.journal.Journal;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
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

/// What a client writes for themselves.
@Controller
@RequestMapping("/journal")
@For(Audience.CLIENT)
class JournalPages {
  private final Journal journal;
  private final Episodes episodes;
  private final People people;

  JournalPages(Journal journal, Episodes episodes, People people) {
    this.journal = journal;
    this.episodes = episodes;
    this.people = people;
  }

  @GetMapping
  PageView list(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "") String done) {
    return PageView.of(
        "journal/journal",
        new JournalView(journal.list(me.client(), before), before, therapist(me), done));
  }

  @GetMapping("/write")
  PageView write(@AuthenticationPrincipal SignedIn me) {
    return PageView.of(
        "journal/write",
        new WriteView(null, UUID.randomUUID(), "", false, therapist(me), FormErrors.none()));
  }

  @PostMapping
  View add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String words) {
    try {
      journal.write(me.client(), key, words);
      return SeeOther.to("/journal?done=kept");
    } catch (Refusal refusal) {
      return again(
          refusal, new WriteView(null, key, words, false, therapist(me), FormErrors.of(refusal)));
    }
  }

  @GetMapping("/{entry}")
  PageView entry(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    var found = journal.get(me.client(), entry);
    return PageView.of(
        "journal/write",
        new WriteView(
            entry, entry, found.text().all(), found.coming(), therapist(me), FormErrors.none()));
  }

  @PostMapping("/{entry}")
  View change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID entry,
      @RequestParam(defaultValue = "") String words) {
    try {
      journal.change(me.client(), entry, words);
      return SeeOther.to("/journal?done=changed");
    } catch (Refusal refusal) {
      return again(
          refusal,
          new WriteView(
              entry,
              entry,
              words,
              refusal.type() == GeneralProblem.INVALID && isComing(me, entry),
              therapist(me),
              FormErrors.of(refusal)));
    }
  }

  @GetMapping("/{entry}/delete")
  PageView confirm(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    return PageView.of("journal/delete", new DeleteView(journal.get(me.client(), entry)));
  }

  @PostMapping("/{entry}/delete")
  View delete(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    journal.delete(me.client(), entry);
    return SeeOther.to("/journal?done=gone");
  }

  @PostMapping("/{entry}/bring")
  View bring(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID entry,
      @RequestParam(required = false) @Nullable Long before) {
    journal.bring(me.client(), entry);
    return SeeOther.to(back("brought", before));
  }

  @PostMapping("/{entry}/leave-out")
  View leaveOut(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID entry,
      @RequestParam(required = false) @Nullable Long before) {
    journal.leaveOut(me.client(), entry);
    return SeeOther.to(back("left-out", before));
  }

  /// To the page of the list that they came from.
  private static String back(String done, @Nullable Long before) {
    return "/journal?done=" + done + (before == null ? "" : "&before=" + before);
  }

  private static View again(Refusal refusal, WriteView view) {
    if (refusal.type() != GeneralProblem.INVALID) {
      throw refusal;
    }
    return PageView.of("journal/write", view).withStatus(422);
  }

  private boolean isComing(SignedIn me, UUID entry) {
    return journal.get(me.client(), entry).coming();
  }

  private @Nullable String therapist(SignedIn me) {
    return episodes
        .findOpen(me.client())
        .flatMap(it -> people.find(it.therapist().person()))
        .map(Person::name)
        .orElse(null);
  }
}
