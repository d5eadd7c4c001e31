package org.saltwater.sessions.video;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.sessions.company.Companion;
import org.saltwater.sessions.company.Companions;
import org.springframework.stereotype.Component;

/// What those in a room are told about each other: a name, and nothing that leads further.
@Component
class CallRoster {
  private final People people;
  private final Companions companions;

  CallRoster(People people, Companions companions) {
    this.people = people;
    this.companions = companions;
  }

  /// @param present of one room
  List<Told.Other> of(List<CallTable.Present> present) {
    if (present.isEmpty()) {
      return List.of();
    }
    var along = namesAlong(present.getFirst().session());
    var names = new HashMap<>(along);
    people
        .listAllOf(present.stream().map(CallTable.Present::person).collect(toSet()))
        .forEach(person -> names.put(person.id(), person.name()));
    return present.stream()
        .map(
            it ->
                new Told.Other(
                    it.device(),
                    who(it),
                    names.getOrDefault(it.person(), ""),
                    along.containsKey(it.person())))
        .toList();
  }

  private Map<PersonId, String> namesAlong(AppointmentId session) {
    return companions.listAgreed(session).stream()
        .collect(toMap(Companion::person, Companion::name));
  }

  /// Both ids are random, so nobody comes back from this to an account.
  private static UUID who(CallTable.Present it) {
    var both = it.session() + " " + it.person();
    return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
  }
}
