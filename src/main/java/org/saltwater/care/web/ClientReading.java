package org.saltwater.care.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Access;
import org.saltwater.care.Episodes;
import org.saltwater.care.FurtherReading;
import org.saltwater.care.Handover;
import org.saltwater.care.Handovers;
import org.saltwater.care.HowHoursWere;
import org.saltwater.care.Lack;
import org.saltwater.care.Missing;
import org.saltwater.care.TherapistChanges;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.intake.IntakeReadings;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Band;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.site.Option;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// Reads a client's record through the one door, part by part, as far as the reader's edge reaches.
@Component
class ClientReading {
  /// As many as one talks about.
  private static final int HOURS = 3;

  /// About two years of weekly hours.
  private static final int MOST_MET = 100;

  private final Access access;
  private final IntakeReadings intakes;
  private final Instruments instruments;
  private final HowHoursWere hours;
  private final List<FurtherReading> further;
  private final Handovers handovers;
  private final TherapistChanges changes;
  private final Episodes episodes;
  private final People people;
  private final Appointments appointments;
  private final Clock clock;

  ClientReading(
      Access access,
      IntakeReadings intakes,
      Instruments instruments,
      HowHoursWere hours,
      List<FurtherReading> further,
      Handovers handovers,
      TherapistChanges changes,
      Episodes episodes,
      People people,
      Appointments appointments,
      Clock clock) {
    this.access = access;
    this.intakes = intakes;
    this.instruments = instruments;
    this.hours = hours;
    this.further = further;
    this.handovers = handovers;
    this.changes = changes;
    this.episodes = episodes;
    this.people = people;
    this.appointments = appointments;
    this.clock = clock;
  }

  /// What came with a client from the therapist before.
  ///
  /// @param summary by the therapist before, or null
  /// @param summaryUntil until when they may still write it, or null
  record Brought(
      Handover handover,
      @Nullable String summary,
      @Nullable Instant summaryUntil,
      Missing missing) {
    @Override
    public String toString() {
      return "Brought[redacted]";
    }
  }

  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches it
  ClientView read(SignedIn me, ClientId client, Words words) {
    var evidence = access.toRead(me, client, Scope.QUESTIONNAIRE);
    var intake = intakes.find(evidence, words);
    return new ClientView(
        client.toString(),
        name(client.person()),
        words.say("care.ground." + evidence.basis().name().toLowerCase(Locale.ROOT)),
        intake.orElse(null),
        scores(me, client),
        hours(me, client, words),
        met(me, client),
        findBrought(me, client).map(it -> inWords(it, words)).orElse(null),
        further.stream().flatMap(it -> it.find(me, client, words).stream()).toList(),
        supervisors(me, client));
  }

  /// @throws org.saltwater.kernel.Refusal not-allowed
  List<Score.Total> listScores(SignedIn me, ClientId client) {
    return intakes.listScores(access.toRead(me, client, Scope.SCORES)).stream()
        .filter(Score.Total.class::isInstance)
        .map(Score.Total.class::cast)
        .toList();
  }

  private List<HowHoursWere.Hour> hours(SignedIn me, ClientId client, Words words) {
    return hours.hasAny(client) && access.mayRead(me, client, Scope.SCORES)
        ? hours.listNewest(access.toRead(me, client, Scope.SCORES), HOURS, words)
        : List.of();
  }

  /// Those that are over and within reach, the newest first.
  ///
  /// @throws org.saltwater.kernel.Refusal not-allowed
  List<Appointment> listMet(SignedIn me, ClientId client) {
    var evidence = access.toRead(me, client, Scope.APPOINTMENTS);
    var now = clock.instant();
    return appointments.listFor(client).stream()
        .filter(it -> it.isOverAt(now))
        .filter(it -> evidence.covers(Scope.APPOINTMENTS, it.start()))
        .sorted(Comparator.comparing(Appointment::start).reversed())
        .limit(MOST_MET)
        .toList();
  }

  private List<ClientView.ScoreLine> scores(SignedIn me, ClientId client) {
    return access.mayRead(me, client, Scope.SCORES)
        ? listScores(me, client).stream()
            .map(
                total ->
                    new ClientView.ScoreLine(
                        instruments.get(total.instrument()).title(),
                        total.value(),
                        total.band().map(Band::name).orElse("")))
            .toList()
        : List.of();
  }

  private List<ClientView.Met> met(SignedIn me, ClientId client) {
    return access.mayRead(me, client, Scope.APPOINTMENTS)
        ? listMet(me, client).stream()
            .map(it -> new ClientView.Met(it.start(), name(it.therapist().person())))
            .toList()
        : List.of();
  }

  /// Only the newest handover, and only to whom it was made.
  Optional<Brought> findBrought(SignedIn me, ClientId client) {
    return handovers.listFor(client).stream()
        .findFirst()
        .filter(handover -> handover.to().person().equals(me.id()))
        .filter(handover -> access.mayRead(me, client, Scope.SUMMARY))
        .map(handover -> brought(handover, access.toRead(me, client, Scope.SUMMARY)));
  }

  private Brought brought(Handover handover, Evidence evidence) {
    return new Brought(
        handover,
        handovers.findSummary(evidence, handover).orElse(null),
        handover.awaitsSummary(clock.instant()) ? handover.summaryUntil() : null,
        changes.missing(evidence, changes.get(handover.change(), handover.client())));
  }

  private ClientView.Brought inWords(Brought brought, Words words) {
    var handover = brought.handover();
    return new ClientView.Brought(
        people.find(handover.from().person()).map(Person::name).orElse(""),
        handover.madeAt(),
        handover.parts().stream()
            .sorted()
            .map(part -> words.say("care.part." + part.code() + ".theirs"))
            .toList(),
        handover.parts().contains(Scope.MESSAGES),
        brought.summary(),
        brought.summaryUntil(),
        brought.missing().lacks().stream().sorted().map(Lack::wordsKey).map(words::say).toList(),
        brought.missing().words());
  }

  private List<Option> supervisors(SignedIn me, ClientId client) {
    var treats = me.is(Role.THERAPIST) && episodes.findOpen(client, me.therapist()).isPresent();
    return treats
        ? people.listWith(Role.SUPERVISOR).stream()
            .filter(person -> !person.id().equals(me.id()))
            .map(person -> new Option(person.id().toString(), person.name()))
            .toList()
        : List.of();
  }

  private String name(PersonId person) {
    return people.find(person).map(Person::name).orElse("");
  }
}
