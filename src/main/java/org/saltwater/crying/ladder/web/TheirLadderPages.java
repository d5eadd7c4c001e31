package org.saltwater.crying.ladder.web;

import java.util.Map;
import java.util.UUID;
import org.saltwater.crying.ladder.LadderPauses;
import org.saltwater.crying.ladder.LadderReading;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client's ladder for their therapist: what is shared, and steps to propose.
@Controller
@For(Audience.THERAPIST)
class TheirLadderPages {
  private final LadderReading reading;
  private final LadderPauses pauses;
  private final People people;

  TheirLadderPages(LadderReading reading, LadderPauses pauses, People people) {
    this.reading = reading;
    this.pauses = pauses;
    this.people = people;
  }

  @GetMapping("/clients/{client}/ladder")
  PageView ladder(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @RequestParam(defaultValue = "false") boolean proposed) {
    return page(me, new ClientId(client), proposed, StepForm.of(Map.of()), FormErrors.none());
  }

  @PostMapping("/clients/{client}/ladder")
  View propose(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @RequestParam Map<String, String> form) {
    var id = new ClientId(client);
    var typed = StepForm.of(form);
    try {
      reading.propose(me, id, typed.id(), typed.read());
      return SeeOther.to("/clients/" + client + "/ladder?proposed=true");
    } catch (Refusal refusal) {
      return page(me, id, false, typed, LadderStepPages.errors(refusal)).withStatus(422);
    }
  }

  /// Puts aside what the therapist has seen on their home.
  @PostMapping("/ladder-pauses/{pause}/seen")
  View seen(@AuthenticationPrincipal SignedIn me, @PathVariable UUID pause) {
    pauses.putAside(me.therapist(), pause);
    return SeeOther.to("/home");
  }

  private PageView page(
      SignedIn me, ClientId client, boolean proposed, StepForm typed, FormErrors errors) {
    var ladder = reading.theirs(me, client);
    var name = people.find(client.person()).map(Person::name).orElse("");
    var path = "/clients/" + client + "/ladder";
    return PageView.of(
        "crying/ladder-theirs",
        new TheirLadderView(
            client.toString(),
            name,
            ladder,
            proposed,
            typed.view(path, path, false, name, false, errors)));
  }
}
