package org.saltwater.care.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.saltwater.care.Access;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.OnCallReason;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.vault.Scope;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The clients whose record a person may read, and what they may read of it.
@Controller
@RequestMapping("/clients")
@For({Audience.THERAPIST, Audience.SUPERVISOR})
class ClientPages {
  private final Access access;
  private final Episodes episodes;
  private final GuestAccess guests;
  private final People people;
  private final ClientReading reading;
  private final MessageSource bundles;

  ClientPages(
      Access access,
      Episodes episodes,
      GuestAccess guests,
      People people,
      ClientReading reading,
      MessageSource bundles) {
    this.access = access;
    this.episodes = episodes;
    this.guests = guests;
    this.people = people;
    this.reading = reading;
    this.bundles = bundles;
  }

  @GetMapping
  PageView list(@AuthenticationPrincipal SignedIn me) {
    var own =
        me.is(Role.THERAPIST)
            ? episodes.listOpenFor(me.therapist()).stream()
                .map(it -> line(it.client(), it.openedAt(), it.isDeputy() ? "deputy" : ""))
            : Stream.<ClientsView.Line>of();
    var others =
        Stream.of(EdgeKind.SUPERVISION, EdgeKind.ON_CALL)
            .flatMap(kind -> guests.listOpenOf(me.id(), kind).stream())
            .map(it -> line(it.client(), it.openedAt(), it.kind().name().toLowerCase(Locale.ROOT)));
    return PageView.of("care/clients", new ClientsView(own.toList(), others.toList()));
  }

  @GetMapping("/{client}")
  PageView client(
      @AuthenticationPrincipal SignedIn me, @PathVariable String client, Locale locale) {
    var id = id(client);
    try {
      return PageView.of("care/client", reading.read(me, id, new Words(bundles, locale)));
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.NOT_FOUND || !guests.mayBreakGlass(me)) {
        throw refusal;
      }
      return PageView.of("care/client-closed", new ClientClosedView(id.toString())).withStatus(404);
    }
  }

  @PostMapping("/{client}/supervision")
  @For(Audience.THERAPIST)
  View askForSupervision(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String client,
      @RequestParam String supervisor) {
    guests.askForSupervision(me.therapist(), id(client), new PersonId(id(supervisor).value()));
    return SeeOther.to("/clients/" + id(client));
  }

  @GetMapping("/{client}/on-call")
  @For(Audience.THERAPIST)
  View onCall(@AuthenticationPrincipal SignedIn me, @PathVariable String client) {
    var id = id(client);
    if (access.mayRead(me, id, Scope.QUESTIONNAIRE)) {
      return SeeOther.to("/clients/" + id);
    }
    guests.requireOnCall(me);
    return PageView.of(
        "care/on-call", new OnCallView(id.toString(), List.of(OnCallReason.values())));
  }

  @PostMapping("/{client}/on-call")
  @For(Audience.THERAPIST)
  View breakGlass(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String client,
      @RequestParam OnCallReason reason) {
    guests.breakGlass(me, id(client), reason);
    return SeeOther.to("/clients/" + id(client));
  }

  private ClientsView.Line line(ClientId client, java.time.Instant since, String kind) {
    return new ClientsView.Line(
        client.toString(), people.find(client.person()).map(Person::name).orElse(""), since, kind);
  }

  private static ClientId id(String text) {
    try {
      return ClientId.of(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }
}
