package org.saltwater.crying.web;

import java.util.Locale;
import java.util.UUID;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What a client shows to their therapist.
@Controller
@For(Audience.THERAPIST)
class SharedPages {
  private final SharedReading reading;
  private final CryingEpisodes episodes;
  private final TearsInTheHour hours;
  private final People people;
  private final MessageSource bundles;

  SharedPages(
      SharedReading reading,
      CryingEpisodes episodes,
      TearsInTheHour hours,
      People people,
      MessageSource bundles) {
    this.reading = reading;
    this.episodes = episodes;
    this.hours = hours;
    this.people = people;
    this.bundles = bundles;
  }

  @GetMapping("/clients/{client}/moments")
  PageView theirs(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client, Locale locale) {
    var id = new ClientId(client);
    var evidence = reading.toRead(me, id);
    var words = new Words(bundles, locale);
    return PageView.of(
        "crying/theirs",
        new MomentViews.Theirs(
            id.toString(),
            people.find(id.person()).map(Person::name).orElse(""),
            hours.list(evidence).stream()
                .filter(it -> it.answer() != HourAnswer.NO)
                .map(it -> new MomentViews.Hour(it.hourAt(), it.answer()))
                .toList(),
            episodes.list(evidence).stream()
                .map(it -> new MomentViews.Shown(it, EpisodeLines.of(it, words)))
                .toList()));
  }
}
