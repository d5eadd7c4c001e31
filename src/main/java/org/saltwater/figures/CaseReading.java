package org.saltwater.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.figures.Case.Hour;
import org.saltwater.figures.Case.Kept;
import org.saltwater.intake.FiguresConsent;
import org.saltwater.intake.Intake;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.progress.Reading;
import org.saltwater.progress.Readings;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Reads one person's record for the figures, with the evidence that their own agreement gives.
@Component
class CaseReading {
  private final Intakes intakes;
  private final Readings readings;
  private final Episodes episodes;
  private final Appointments appointments;
  private final TherapySessions sessions;
  private final Therapists therapists;

  CaseReading(
      Intakes intakes,
      Readings readings,
      Episodes episodes,
      Appointments appointments,
      TherapySessions sessions,
      Therapists therapists) {
    this.intakes = intakes;
    this.readings = readings;
    this.episodes = episodes;
    this.appointments = appointments;
    this.sessions = sessions;
    this.therapists = therapists;
  }

  /// Empty for whoever did not agree: then nothing else of theirs is read.
  ///
  /// @throws org.saltwater.kernel.Refusal `data-erased`
  Optional<Case> find(ClientId client, Instant now) {
    var evidence = Evidence.own(client);
    return intakes
        .findFor(evidence)
        .filter(it -> it.completedAt().isPresent())
        .filter(FiguresConsent::isGiven)
        .flatMap(
            it -> intakes.matchingAnswers(evidence).map(said -> read(it, said, evidence, now)));
  }

  private Case read(Intake intake, MatchingAnswers said, Evidence evidence, Instant now) {
    var client = intake.client();
    var chosen = episodes.listFor(client).reversed().stream().filter(it -> !it.isDeputy()).toList();
    var booked = appointments.listFor(client);
    var wishes = said.wishes().stream().filter(it -> it.weight() != Weight.NO_MATTER).toList();
    var first = chosen.stream().findFirst().flatMap(it -> therapists.find(it.therapist()));
    return new Case(
        Gathering.day(intake.completedAt().orElseThrow()),
        said.domains().stream().findFirst().map(ProblemDomain::name).orElse(""),
        said.languages().stream().sorted().findFirst().orElse(""),
        said.where().code(),
        first.isPresent() ? wishes.size() : 0,
        (int) first.stream().flatMap(it -> wishes.stream().filter(w -> isMet(w, it))).count(),
        measured(readings.list(evidence)),
        hours(client, booked, chosen, now),
        changes(chosen),
        !chosen.isEmpty() && episodes.findOpen(client).isEmpty(),
        booked.stream().anyMatch(it -> it.isBooked() && it.end().isAfter(now)));
  }

  private static boolean isMet(Wish wish, TherapistProfile therapist) {
    var has =
        switch (wish.kind()) {
          case GENDER ->
              therapist.gender().filter(it -> it.name().equals(wish.value())).isPresent();
          case AGE_BAND ->
              therapist.ageBand().filter(it -> it.name().equals(wish.value())).isPresent();
          case APPROACH ->
              therapist.approaches().stream().anyMatch(it -> it.name().equals(wish.value()));
          case SPECIALTY ->
              therapist.specialties().stream().anyMatch(it -> it.name().equals(wish.value()));
        };
    return has != (wish.weight() == Weight.MUST_NOT);
  }

  private static List<Series> measured(List<Reading> readings) {
    return readings.stream()
        .collect(
            Collectors.groupingBy(Reading::instrument, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            it ->
                new Series(
                    it.getKey(),
                    it.getValue().stream().mapToInt(one -> Gathering.day(one.at())).toArray(),
                    it.getValue().stream().mapToInt(Reading::value).toArray()))
        .toList();
  }

  /// Those that are past: booked ones as they went, and those that the client called off while the
  /// work went on.
  private List<Hour> hours(
      ClientId client, List<Appointment> booked, List<Episode> chosen, Instant now) {
    var held =
        sessions.listOf(client.person(), Instant.EPOCH, now).stream()
            .collect(Collectors.toMap(TherapySession::id, Function.identity()));
    var kept =
        booked.stream()
            .map(
                it -> {
                  var session = Optional.ofNullable(held.get(it.id()));
                  return new Past(
                      it,
                      session.map(TherapySession::channel).orElse(it.modality()),
                      session.map(CaseReading::kept).orElse(Kept.NOT_HELD));
                });
    var calledOff =
        appointments.listCalledOff(client).stream()
            .filter(it -> chosen.stream().anyMatch(episode -> covers(episode, it)))
            .map(it -> new Past(it, it.modality(), Kept.CANCELLED));
    return Stream.concat(kept, calledOff)
        .filter(it -> it.appointment().end().isBefore(now))
        .sorted(Comparator.comparing(it -> it.appointment().start()))
        .map(it -> new Hour(Gathering.day(it.appointment().start()), it.channel(), it.kept()))
        .toList();
  }

  private record Past(Appointment appointment, Modality channel, Kept kept) {}

  private static boolean covers(Episode episode, Appointment appointment) {
    return episode.therapist().equals(appointment.therapist())
        && !appointment.start().isBefore(episode.openedAt())
        && episode.closedAt().filter(appointment.start()::isAfter).isEmpty();
  }

  private static Kept kept(TherapySession session) {
    return switch (session.state()) {
      case IN_SESSION, ENDED -> Kept.HELD;
      case MISSED_BY_CLIENT -> Kept.MISSED_BY_CLIENT;
      case CANCELLED -> Kept.CANCELLED;
      // Nobody has said yet what became of it: as it will be said.
      case SCHEDULED ->
          session.therapistCameAt().isPresent() ? Kept.MISSED_BY_CLIENT : Kept.NOT_HELD;
      case WAITING, MISSED_EACH_OTHER, MISSED_BY_THERAPIST, MISSED_BY_BOTH -> Kept.NOT_HELD;
    };
  }

  private static List<Integer> changes(List<Episode> chosen) {
    var days = new ArrayList<Integer>();
    for (var i = 1; i < chosen.size(); i++) {
      if (!chosen.get(i).therapist().equals(chosen.get(i - 1).therapist())) {
        days.add(Gathering.day(chosen.get(i).openedAt()));
      }
    }
    return days;
  }
}
