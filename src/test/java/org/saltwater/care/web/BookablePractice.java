package org.saltwater.care.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.IntakeBegun;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.boot.test.context.TestComponent;

/// People who can book and be booked, on the whole platform. It is Monday, 23 November 2026, 09:00
/// in Berlin.
@TestComponent
class BookablePractice {
  private final People people;
  private final SignIns signIns;
  private final Therapists therapists;
  private final Availabilities availabilities;
  private final Intakes intakes;
  private final Episodes episodes;
  private final Appointments appointments;
  final TestClock clock;

  BookablePractice(
      People people,
      SignIns signIns,
      Therapists therapists,
      Availabilities availabilities,
      Intakes intakes,
      Episodes episodes,
      Appointments appointments,
      TestClock clock) {
    this.people = people;
    this.signIns = signIns;
    this.therapists = therapists;
    this.availabilities = availabilities;
    this.intakes = intakes;
    this.episodes = episodes;
    this.appointments = appointments;
    this.clock = clock;
  }

  /// Someone new each time; the row is as in [Directory], the hours as a person writes them.
  TherapistId therapist(String row, String... weekly) {
    var it = Directory.therapist(row);
    var id = TherapistId.random();
    therapists.register(
        new TherapistProfile(
            id,
            it.name(),
            it.title(),
            it.about(),
            it.licences(),
            it.languages(),
            it.zone(),
            it.modalities(),
            it.specialties(),
            it.approaches(),
            it.gender(),
            it.ageBand(),
            it.worksWithHighRisk(),
            it.capacity(),
            it.taken(),
            it.standing()));
    add(id.person(), it.name(), Role.THERAPIST, it.zone());
    availabilities.set(id, Availability.weekly(it.zone(), weekly));
    return id;
  }

  /// A visitor whose questionnaire is finished.
  IntakeBegun visitor(String place, String zone) {
    var begun = intakes.begin(ClientId.random());
    answer(begun.client(), place, zone);
    return begun;
  }

  void answer(ClientId client, String place, String zone) {
    save(client, "about-you", Map.of("adult", List.of("yes"), "place", List.of(place)));
    save(
        client,
        "consent",
        Map.of(
            "consent.answers", List.of("true"),
            "consent.readers", List.of("true"),
            "consent.risk", List.of("true"),
            "consent.not-emergency", List.of("true")));
    save(client, "domains", Map.of("domains", List.of("GRIEF_AND_LOSS")));
    save(client, "how", Map.of("modalities", List.of("VIDEO", "TEXT")));
    save(client, "languages", Map.of("languages", List.of("en")));
    save(client, "times", Map.of("zone", List.of(zone)));
    intakes.complete(client);
  }

  /// @param wish such as `wish.gender.MAN`
  /// @param weight such as `MUST_NOT`
  void wish(ClientId client, String wish, String weight) {
    save(client, "wish-person", Map.of(wish, List.of(weight)));
    intakes.complete(client);
  }

  private void save(ClientId client, String page, Map<String, List<String>> given) {
    intakes.save(client, page, given);
  }

  ClientId client(String name, String zone) {
    var id = PersonId.random();
    add(id, name, Role.CLIENT, ZoneId.of(zone));
    return ClientId.of(id);
  }

  /// Clients who see a therapist already.
  List<ClientId> clientsOf(TherapistId therapist, int many) {
    var all =
        IntStream.range(0, many)
            .mapToObj(
                i -> {
                  var id = PersonId.random();
                  return new Person(
                      id,
                      "Client " + i,
                      id + "@example.org",
                      Set.of(Role.CLIENT),
                      ZoneId.of("UTC"));
                })
            .toList();
    people.addAll(all);
    var ids = all.stream().map(it -> ClientId.of(it.id())).toList();
    ids.forEach(it -> episodes.open(it, therapist));
    return ids;
  }

  Appointment book(ClientId client, TherapistId therapist, String start) {
    var held = appointments.hold(client, therapist, Instant.parse(start), Modality.VIDEO);
    return appointments.confirm(held.id(), client);
  }

  String bearer(PersonId person) {
    return "Bearer " + signIns.issue(person, "test").value();
  }

  void openEpisode(ClientId client, TherapistId therapist) {
    therapists.takePlace(therapist);
    episodes.open(client, therapist);
  }

  void waitFor(Duration time) {
    clock.advance(time);
  }

  private void add(PersonId id, String name, Role role, ZoneId zone) {
    people.addAll(List.of(new Person(id, name, id + "@example.org", Set.of(role), zone)));
  }
}
