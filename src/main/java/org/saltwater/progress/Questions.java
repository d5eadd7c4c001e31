package org.saltwater.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.measures.Answers;
import org.saltwater.measures.Asked.Rhythm;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Instruments;
import org.saltwater.measures.Score;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a client is asked between the hours, and what they answer. Saved at each tap, so that
/// nothing is lost when a telephone is put away; all of it can be skipped.
@Service
public class Questions {
  /// Whoever does not want to be asked is left alone for so long. Our own choice of figure.
  private static final Duration LEFT_ALONE = Duration.ofDays(7);

  private final FillingRows rows;
  private final Readings readings;
  private final Goals goals;
  private final Instruments instruments;
  private final Intakes intakes;
  private final Appointments appointments;
  private final Episodes episodes;
  private final People people;
  private final RiskFlags risks;
  private final AuditLog audit;
  private final Clock clock;

  Questions(
      FillingRows rows,
      Readings readings,
      Goals goals,
      Instruments instruments,
      Intakes intakes,
      Appointments appointments,
      Episodes episodes,
      People people,
      RiskFlags risks,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.readings = readings;
    this.goals = goals;
    this.instruments = instruments;
    this.intakes = intakes;
    this.appointments = appointments;
    this.episodes = episodes;
    this.people = people;
    this.risks = risks;
    this.audit = audit;
    this.clock = clock;
  }

  /// What was kept, and whether an answer asks for help to be shown at once.
  public record Saved(Sitting.Asked step, boolean help) {}

  /// What the client is asked now; without steps if nothing is. Steps that were answered a short
  /// while ago are among them, to go back to.
  public Sitting now(ClientId client) {
    var now = clock.instant();
    var before = next(client, now);
    var evidence = Evidence.own(client);
    var fillings = rows.list(evidence);
    var open = fillings.stream().filter(it -> it.isOpenAt(now)).toList();
    var asked = asked(client, now, before, evidence, fillings);
    var steps = new ArrayList<Sitting.Step>();
    before.flatMap(it -> rated(client, it)).ifPresent(steps::add);
    asked.forEach(it -> steps.add(step(it, open)));
    return new Sitting(before.map(Appointment::id), steps);
  }

  /// Where the client is, for whom to turn to; empty if they never said.
  public Optional<Jurisdiction> findPlace(ClientId client) {
    return intakes.matchingAnswers(Evidence.own(client)).map(MatchingAnswers::where);
  }

  /// Keeps answers to one instrument beside those given before; null takes one back.
  ///
  /// @throws Refusal `not-asked-now`; `invalid` for an answer that no item offers
  @Transactional
  public Saved save(ClientId client, String id, Map<String, @Nullable Integer> given) {
    rows.takeTurn(client);
    var step = getAsked(client, id);
    var instrument = step.instrument();
    require(instrument, given);
    var answers = new HashMap<>(step.answers().values());
    given.forEach(
        (item, value) -> {
          if (value == null) {
            answers.remove(item);
          } else {
            answers.put(item, value);
          }
        });
    // Before anything else: a human is told even if the rest of the sitting is never finished.
    var help = raise(client, instrument, step.answers().values(), answers);
    keep(client, instrument, answers, false);
    return new Saved(new Sitting.Asked(instrument, Answers.of(answers), step.isDone()), help);
  }

  /// The client is through with one instrument, however much of it they answered.
  ///
  /// @throws Refusal `not-asked-now`
  @Transactional
  public void finish(ClientId client, String id) {
    rows.takeTurn(client);
    var step = getAsked(client, id);
    keep(client, step.instrument(), step.answers().values(), true);
    audit.write(
        new AuditEntry(client.person(), AuditAction.CREATED, client, "progress.answers", "own"));
  }

  /// The client does not want to be asked this time: not again before this hour, and not about
  /// anything else for a week. What was answered stays.
  @Transactional
  public void skip(ClientId client) {
    var now = clock.instant();
    rows.skip(client, next(client, now).map(Appointment::id).orElse(null), now);
  }

  private Sitting.Asked getAsked(ClientId client, String id) {
    return now(client)
        .find(id)
        .filter(Sitting.Asked.class::isInstance)
        .map(Sitting.Asked.class::cast)
        .orElseThrow(() -> new Refusal(ProgressProblem.NOT_ASKED_NOW));
  }

  /// The hour that is near, unless its questions were skipped.
  private Optional<Appointment> next(ClientId client, Instant now) {
    return appointments.listComing(client).stream()
        .filter(it -> it.start().isBefore(now.plus(AskingRule.BEFORE)))
        .findFirst()
        .filter(it -> !rows.isSkipped(client, it.id()));
  }

  private List<Instrument> asked(
      ClientId client,
      Instant now,
      Optional<Appointment> before,
      Evidence evidence,
      List<Filling> fillings) {
    var zone = people.find(client.person()).map(Person::zone).orElse(ZoneId.of("UTC"));
    var today = LocalDate.ofInstant(now, zone);
    var last = new HashMap<String, LocalDate>();
    var newest = new HashMap<String, Score.Total>();
    readings
        .first(evidence)
        .forEach(
            it -> {
              last.put(it.instrument(), LocalDate.ofInstant(it.at(), zone));
              newest.put(it.instrument(), it.total());
            });
    var satAlready = false;
    for (var filling : fillings) {
      if (filling.isOpenAt(now)) {
        var weekly =
            instruments
                .find(filling.instrument())
                .flatMap(Instrument::asked)
                .filter(it -> it.rhythm() == Rhythm.WEEKLY)
                .isPresent();
        satAlready |= weekly;
      } else if (filling.isDone() || readings.read(filling, now).isPresent()) {
        last.put(filling.instrument(), LocalDate.ofInstant(filling.begunAt(), zone));
        readings.read(filling, now).ifPresent(it -> newest.put(it.instrument(), it.total()));
      }
    }
    var others =
        !satAlready
            && episodes.findOpen(client).isPresent()
            && !rows.isSkippedSince(client, now.minus(LEFT_ALONE));
    return AskingRule.asked(
        instruments.list(),
        new AskingRule.Case(
            today, last, before.isPresent(), others, domains(evidence), newest.values()));
  }

  private Set<ProblemDomain> domains(Evidence evidence) {
    return intakes
        .matchingAnswers(evidence)
        .map(MatchingAnswers::domains)
        .map(Set::copyOf)
        .orElse(Set.of());
  }

  private static Sitting.Asked step(Instrument instrument, List<Filling> open) {
    return open.stream()
        .filter(it -> it.instrument().equals(instrument.id()))
        .reduce((earlier, later) -> later)
        .map(it -> new Sitting.Asked(instrument, it.answers(), it.isDone()))
        .orElseGet(() -> new Sitting.Asked(instrument, Answers.of(Map.of()), false));
  }

  private Optional<Sitting.Rated> rated(ClientId client, Appointment before) {
    var open = goals.listOpen(client);
    var since = before.start().minus(AskingRule.BEFORE);
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sitting.Rated(
                open,
                open.stream()
                    .allMatch(
                        goal -> goal.newest().filter(it -> !it.at().isBefore(since)).isPresent())));
  }

  private void keep(
      ClientId client, Instrument instrument, Map<String, Integer> answers, boolean done) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var open =
        rows.list(Evidence.own(client)).stream()
            .filter(it -> it.instrument().equals(instrument.id()) && it.isOpenAt(now))
            .reduce((earlier, later) -> later);
    rows.save(
        new Filling(
            open.map(Filling::id).orElseGet(UUID::randomUUID),
            client,
            open.map(Filling::begunAt).orElse(now),
            now,
            open.flatMap(Filling::doneAt).or(() -> done ? Optional.of(now) : Optional.empty()),
            new Filling.Content(instrument.id(), instrument.version(), answers)));
  }

  /// Any answer that asks for a human and is new or worse brings one, whatever the total; a lower
  /// one takes nothing back. The levels are those of the questionnaire's own ninth item.
  private boolean raise(
      ClientId client,
      Instrument instrument,
      Map<String, Integer> before,
      Map<String, Integer> after) {
    var help = false;
    for (var flag : instrument.flags()) {
      var value = after.getOrDefault(flag.item(), -1);
      if (value >= flag.from()) {
        help = true;
        if (value > before.getOrDefault(flag.item(), -1)) {
          risks.raise(
              client,
              value >= flag.urgentFrom() ? RiskLevel.HIGH : RiskLevel.MODERATE,
              RiskSource.INSTRUMENT);
        }
      }
    }
    return help;
  }

  private static void require(Instrument instrument, Map<String, @Nullable Integer> given) {
    var problems =
        given.entrySet().stream()
            .filter(it -> !takes(instrument, it.getKey(), it.getValue()))
            .map(it -> new FieldProblem(it.getKey(), "measures.problem.answer"))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, problems);
    }
  }

  private static boolean takes(Instrument instrument, String item, @Nullable Integer value) {
    return value == null
        ? instrument.items().stream().anyMatch(it -> it.linkId().equals(item))
        : instrument.takes(item, value);
  }
}
