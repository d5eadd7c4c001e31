package org.saltwater.progress.web;

import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.journal.Journal;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Agenda;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.vault.Evidence;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a client wants to talk about next time.
@Controller
@RequestMapping("/agenda")
@For(Audience.CLIENT)
class AgendaPages {
  private final Agenda agenda;
  private final Journal journal;
  private final Episodes episodes;
  private final People people;
  private final OnCall onCall;

  AgendaPages(Agenda agenda, Journal journal, Episodes episodes, People people, OnCall onCall) {
    this.agenda = agenda;
    this.journal = journal;
    this.episodes = episodes;
    this.people = people;
    this.onCall = onCall;
  }

  @GetMapping
  PageView write(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "false") boolean saved) {
    var words = agenda.find(Evidence.own(me.client())).map(Agenda.Note::words).orElse("");
    return page(me, words, saved, FormErrors.none());
  }

  @PostMapping
  View save(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String words) {
    try {
      agenda.save(me.client(), words);
      return SeeOther.to("/agenda?saved=true");
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return page(me, words, false, FormErrors.of(refusal)).withStatus(422);
    }
  }

  private PageView page(SignedIn me, String words, boolean saved, FormErrors errors) {
    var therapist =
        episodes
            .findOpen(me.client())
            .flatMap(it -> people.find(it.therapist().person()))
            .map(Person::name)
            .orElse(null);
    return PageView.of(
        "progress/agenda",
        new AgendaView(
            words,
            saved,
            onCall.isSomeoneThere(),
            therapist,
            journal.listBrought(Evidence.own(me.client())),
            errors));
  }
}
