package org.saltwater.sessions.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.sessions.Room;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.company.Companion;
import org.saltwater.sessions.company.Companions;
import org.saltwater.sessions.company.Invited;
import org.saltwater.sessions.video.Switchboard;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.springframework.stereotype.Component;

/// Who comes along to an hour, as a page or a part of one.
@Component
class CompanyViews {
  private final Companions companions;
  private final Switchboard switchboard;
  private final People people;
  private final WaysToMeet ways;
  private final Installation installation;
  private final Clock clock;

  CompanyViews(
      Companions companions,
      Switchboard switchboard,
      People people,
      WaysToMeet ways,
      Installation installation,
      Clock clock) {
    this.companions = companions;
    this.switchboard = switchboard;
    this.people = people;
    this.ways = ways;
    this.installation = installation;
    this.clock = clock;
  }

  /// Beside the hour, in its room.
  CompanyView of(Room room) {
    var id = room.session().id();
    var all = companions.listOf(room);
    return new CompanyView(
        id,
        room.isTherapist(),
        room.otherName(),
        all,
        here(id, all),
        List.of(),
        room.session().isPastAt(clock.instant()),
        ways.holds(Modality.VIDEO),
        "",
        UUID.randomUUID(),
        FormErrors.none(),
        null,
        null);
  }

  CompanyView of(SignedIn me, AppointmentId id) {
    return of(me, id, "", FormErrors.none(), null);
  }

  /// @param name what was typed, to be put right
  CompanyView of(SignedIn me, AppointmentId id, String name, FormErrors errors) {
    return of(me, id, name, errors, null);
  }

  CompanyView of(SignedIn me, AppointmentId id, Invited invited) {
    return of(me, id, "", FormErrors.none(), invited);
  }

  private CompanyView of(
      SignedIn me, AppointmentId id, String name, FormErrors errors, @Nullable Invited invited) {
    var session = companions.get(me, id);
    var isTherapist = session.therapist().person().equals(me.id());
    var all = companions.listOf(me, id);
    return new CompanyView(
        id,
        isTherapist,
        people.find(session.other(me.id())).map(Person::name).orElse(""),
        all,
        here(id, all),
        isTherapist ? supervisors(session, all) : List.of(),
        session.isPastAt(clock.instant()),
        ways.holds(Modality.VIDEO),
        name,
        UUID.randomUUID(),
        errors,
        invited == null ? null : installation.address().resolve(invited.link().value()).toString(),
        invited == null ? null : invited.companion().id());
  }

  private Set<PersonId> here(AppointmentId id, List<Companion> all) {
    return all.isEmpty() ? Set.of() : switchboard.listHere(id);
  }

  private List<Option> supervisors(TherapySession session, List<Companion> all) {
    var asked = all.stream().map(Companion::supervisor).flatMap(Optional::stream).toList();
    return companions.listSupervisors(session).stream()
        .filter(it -> !asked.contains(it.id()))
        .map(it -> new Option(it.id().toString(), it.name()))
        .toList();
  }
}
