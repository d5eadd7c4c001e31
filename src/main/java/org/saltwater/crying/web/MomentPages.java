package org.saltwater.crying.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.saltwater.care.Episodes;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Choices;
import org.saltwater.notifications.Reminder;
import org.saltwater.safety.OnCall;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client's notes of their tears. The address says nothing of what they are about.
@Controller
@RequestMapping("/moments")
@For(Audience.CLIENT)
class MomentPages {
  private final CryingEpisodes episodes;
  private final MomentNoting noting;
  private final Episodes care;
  private final People people;
  private final Choices choices;
  private final OnCall onCall;
  private final MessageSource bundles;
  private final Clock clock;

  MomentPages(
      CryingEpisodes episodes,
      MomentNoting noting,
      Episodes care,
      People people,
      Choices choices,
      OnCall onCall,
      MessageSource bundles,
      Clock clock) {
    this.episodes = episodes;
    this.noting = noting;
    this.care = care;
    this.people = people;
    this.choices = choices;
    this.onCall = onCall;
    this.bundles = bundles;
    this.clock = clock;
  }

  @GetMapping
  PageView all(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "false") boolean gone) {
    return PageView.of(
        "crying/moments", new MomentViews.All(episodes.list(Evidence.own(me.client())), gone));
  }

  @GetMapping("/new")
  PageView begin(@AuthenticationPrincipal SignedIn me) {
    var typed =
        new Typed(
            Map.of(
                "at", List.of(EpisodeForm.written(clock.instant(), me.zone())),
                "who", List.of("CLIENT"),
                "again", List.of("true")));
    return form(me, UUID.randomUUID(), typed, FormErrors.none());
  }

  @PostMapping("/new")
  Object note(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    var typed = new Typed(form);
    try {
      var note = EpisodeForm.readShort(typed, me.zone());
      var now = EpisodeForm.rating(typed, EpisodeForm.NOW);
      noting.note(me.client(), new EpisodeId(id), note, now, typed.has("again", "true"));
      return SeeOther.to("/moments/" + id + "?noted=true");
    } catch (Refusal refusal) {
      return form(me, id, typed, errors(refusal)).withStatus(422);
    }
  }

  @GetMapping("/{moment}")
  PageView one(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID moment,
      @RequestParam(defaultValue = "false") boolean noted,
      Locale locale) {
    var episode = get(me, moment);
    return PageView.of(
        "crying/moment",
        new MomentViews.One(
            episode,
            EpisodeLines.of(episode, new Words(bundles, locale)),
            care.findOpen(me.client()).map(it -> name(it.therapist())).orElse(null),
            episode.sharedWith().map(this::name).orElse(null),
            noted,
            noting.isStillAsked(episode)));
  }

  @GetMapping("/{moment}/more")
  PageView more(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    return more(moment, EpisodeForm.typed(get(me, moment), me.zone()), FormErrors.none());
  }

  @PostMapping("/{moment}/more")
  Object change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID moment,
      @RequestParam MultiValueMap<String, String> form) {
    var typed = new Typed(form);
    var episode = get(me, moment);
    try {
      noting.change(
          me.client(),
          episode.id(),
          EpisodeForm.readLong(typed, me.zone(), episode.note()),
          EpisodeForm.rating(typed, EpisodeForm.BEFORE));
      return SeeOther.to("/moments/" + moment);
    } catch (Refusal refusal) {
      return more(moment, typed, errors(refusal)).withStatus(422);
    }
  }

  @PostMapping("/{moment}/show")
  View show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.share(me.client(), new EpisodeId(moment));
    return SeeOther.to("/moments/" + moment);
  }

  @PostMapping("/{moment}/keep")
  View keep(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.takeBack(me.client(), new EpisodeId(moment));
    return SeeOther.to("/moments/" + moment);
  }

  @PostMapping("/{moment}/delete")
  View delete(@AuthenticationPrincipal SignedIn me, @PathVariable UUID moment) {
    episodes.delete(me.client(), new EpisodeId(moment));
    return SeeOther.to("/moments?gone=true");
  }

  private CryingEpisode get(SignedIn me, UUID moment) {
    return episodes
        .find(Evidence.own(me.client()), new EpisodeId(moment))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private PageView form(SignedIn me, UUID id, Typed typed, FormErrors errors) {
    var again = choices.isWanted(me.id(), Reminder.CHECK_BACK);
    return PageView.of("crying/new", new MomentViews.New(id, typed, again, errors));
  }

  private PageView more(UUID id, Typed typed, FormErrors errors) {
    return PageView.of(
        "crying/more", new MomentViews.More(id, typed, onCall.isSomeoneThere(), errors));
  }

  private String name(TherapistId therapist) {
    return people.find(therapist.person()).map(Person::name).orElse("");
  }

  private static FormErrors errors(Refusal refusal) {
    if (refusal.type() != GeneralProblem.INVALID) {
      throw refusal;
    }
    return FormErrors.of(refusal);
  }
}
