package org.saltwater.crying.ladder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.timers.Timers;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The times of a step: set aside, prepared, held and noted. Stopping is always possible, also
/// while the ladder rests.
@Service
public class Repetitions {
  /// How far ahead a time can be set aside.
  public static final Duration HORIZON = Duration.ofDays(90);

  public static final int SHORTEST_MINUTES = 5;
  public static final int LONGEST_MINUTES = 120;

  /// A form that was open for a moment is not turned away.
  private static final Duration JUST_NOW = Duration.ofMinutes(10);

  private final RepetitionRows rows;
  private final LadderRows turns;
  private final Ladders ladders;
  private final LadderSteps steps;
  private final HoursOfSteps hours;
  private final CryingEpisodes episodes;
  private final Timers timers;
  private final AuditLog audit;
  private final Clock clock;

  Repetitions(
      RepetitionRows rows,
      LadderRows turns,
      Ladders ladders,
      LadderSteps steps,
      HoursOfSteps hours,
      CryingEpisodes episodes,
      Timers timers,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.turns = turns;
    this.ladders = ladders;
    this.steps = steps;
    this.hours = hours;
    this.episodes = episodes;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /// In the order of their times, given-up ones included.
  public List<Repetition> list(Evidence evidence) {
    return rows.list(evidence);
  }

  public List<Repetition> listOf(Evidence evidence, UUID step) {
    return rows.listOf(evidence, step);
  }

  /// @throws Refusal `not-found`
  public Repetition get(Evidence evidence, UUID id) {
    return rows.find(evidence, id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Sets a time aside for a step. Again with the same id changes nothing.
  ///
  /// @param minutes 5 to 120: how long the calendar keeps it free, not how long it must last
  /// @throws Refusal `ladder-paused`, `contact-first`, `only-in-session`, `invalid`, `not-found`
  @Transactional
  public Repetition plan(ClientId client, UUID step, UUID id, Instant start, int minutes) {
    turns.takeTurn(client);
    var before = findOf(client, step, id);
    if (before.isPresent()) {
      return before.get();
    }
    if (getTakeable(client, step).stage() == Setting.SESSION) {
      throw invalid("hour", "ladder.plan.hour.problem");
    }
    var now = now();
    if (start.isBefore(now.minus(JUST_NOW)) || start.isAfter(now.plus(HORIZON))) {
      throw invalid("date", "ladder.plan.date.problem", HORIZON.toDays());
    }
    if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) {
      throw invalid("minutes", "ladder.plan.minutes.problem", SHORTEST_MINUTES, LONGEST_MINUTES);
    }
    var from = start.truncatedTo(ChronoUnit.MINUTES);
    var planned = Repetition.planned(id, step, from, from.plus(Duration.ofMinutes(minutes)), null);
    if (rows.insert(client, planned)) {
      note(client, AuditAction.CREATED);
      var reminded = planned.start().minus(PracticeAlarm.BEFORE);
      if (reminded.isAfter(now)) {
        timers.set(PracticeAlarm.NAME, id, reminded);
      }
    }
    return get(Evidence.own(client), id);
  }

  /// Sets a step in session into a booked hour. The hour is in the calendar and reminded of by
  /// itself. Again with the same id changes nothing.
  ///
  /// @throws Refusal as [#plan]; `invalid` for a step outside sessions, or if the hour is not
  // booked
  ///     or over
  @Transactional
  public Repetition planInHour(ClientId client, UUID step, UUID id, AppointmentId hour) {
    hours.takeTurn(client);
    turns.takeTurn(client);
    var before = findOf(client, step, id);
    if (before.isPresent()) {
      return before.get();
    }
    var booked = hours.getComing(client, hour);
    if (getTakeable(client, step).stage() != Setting.SESSION) {
      throw invalid("date", "ladder.plan.date.unreadable");
    }
    if (rows.insert(client, Repetition.planned(id, step, booked.start(), booked.end(), hour))) {
      note(client, AuditAction.CREATED);
    }
    return get(Evidence.own(client), id);
  }

  /// Keeps what was thought of, and begins.
  ///
  /// @throws Refusal as [#plan]; `hour-not-now` for a step in session before the two are in its
  // hour;
  ///     `ladder-moved-on` if it was begun or given up already
  @Transactional
  public Repetition begin(ClientId client, UUID id, Preparation preparation) {
    var checked = preparation.checked();
    turns.takeTurn(client);
    var repetition = get(Evidence.own(client), id);
    getTakeable(client, repetition.step());
    if (!hours.isNow(repetition)) {
      throw new Refusal(LadderProblem.HOUR_NOT_NOW);
    }
    move(repetition, RepetitionState.UNDER_WAY);
    rows.prepare(client, id, checked);
    note(client, AuditAction.CHANGED);
    return get(Evidence.own(client), id);
  }

  /// It is over, early or not. Sent again it changes nothing.
  ///
  /// @throws Refusal `not-found`; `ladder-moved-on` if it was not begun
  @Transactional
  public Repetition end(ClientId client, UUID id) {
    turns.takeTurn(client);
    var repetition = get(Evidence.own(client), id);
    if (repetition.state() == RepetitionState.ENDED
        || repetition.state() == RepetitionState.NOTED) {
      return repetition;
    }
    move(repetition, RepetitionState.ENDED);
    return get(Evidence.own(client), id);
  }

  /// Keeps what was said afterwards; again replaces it.
  ///
  /// @throws Refusal `invalid`, `not-found`; `ladder-moved-on` unless it is over
  @Transactional
  public Repetition note(ClientId client, UUID id, Note note) {
    var checked = note.checked();
    turns.takeTurn(client);
    var repetition = get(Evidence.own(client), id);
    if (repetition.state() != RepetitionState.NOTED) {
      move(repetition, RepetitionState.NOTED);
    }
    rows.note(client, id, checked);
    note(client, AuditAction.CHANGED);
    var saidBefore = repetition.note().map(Note::tears).orElse(null);
    if (Boolean.TRUE.equals(checked.tears()) && !Boolean.TRUE.equals(saidBefore)) {
      noteTears(client, repetition, checked);
    }
    if (Boolean.FALSE.equals(checked.tears()) && Boolean.TRUE.equals(saidBefore)) {
      takeTearsBack(client, repetition);
    }
    return get(Evidence.own(client), id);
  }

  /// Once, when tears are first said to have come: one that the client took away stays away. The
  /// least of an episode, under the repetition's own id: the prompts for mood follow from it,
  /// and the client can say more, or take it away.
  private void noteTears(ClientId client, Repetition repetition, Note note) {
    var id = new EpisodeId(repetition.id());
    var own = Evidence.own(client);
    if (episodes.find(own, id).isPresent()) {
      return;
    }
    var stage = steps.get(own, repetition.step()).stage();
    episodes.save(
        client,
        id,
        new EpisodeNote(
            repetition.begunAt().orElseThrow(),
            WhoCried.CLIENT,
            stage,
            null,
            repetition.step(),
            null,
            lasting(repetition),
            EpisodeNote.Felt.NOTHING,
            EpisodeNote.Aftermath.NOTHING,
            "",
            false),
        MoodMoment.LATER);
    var prepared = repetition.preparation().orElse(null);
    var mood = prepared == null ? null : prepared.mood();
    if (mood != null) {
      episodes.rate(client, id, MoodMoment.BEFORE, mood);
    }
    var now = note.mood();
    if (now != null && MoodMoment.AT_ONCE.isOpen(repetition.endedAt().orElseThrow(), now())) {
      episodes.rate(client, id, MoodMoment.AT_ONCE, now);
    }
  }

  /// What was noted only because tears were said to have come here.
  private void takeTearsBack(ClientId client, Repetition repetition) {
    var id = new EpisodeId(repetition.id());
    if (episodes.find(Evidence.own(client), id).isPresent()) {
      episodes.delete(client, id);
    }
  }

  /// The time that it took stands for the time of the tears, so that they are asked about from its
  /// end on.
  private static EpisodeNote.Course lasting(Repetition repetition) {
    var minutes =
        Duration.between(repetition.begunAt().orElseThrow(), repetition.endedAt().orElseThrow())
            .toMinutes();
    return new EpisodeNote.Course(
        (int) Math.clamp(minutes, 1, EpisodeNote.Course.MOST_MINUTES),
        null,
        null,
        null,
        null,
        Set.of());
  }

  /// Gives a time free again. Sent again it changes nothing.
  ///
  /// @throws Refusal `not-found`; `ladder-moved-on` if it was begun
  @Transactional
  public void giveUp(ClientId client, UUID id) {
    turns.takeTurn(client);
    var repetition = get(Evidence.own(client), id);
    if (repetition.state() != RepetitionState.GIVEN_UP) {
      move(repetition, RepetitionState.GIVEN_UP);
      note(client, AuditAction.CHANGED);
    }
  }

  private Optional<Repetition> findOf(ClientId client, UUID step, UUID id) {
    return rows.find(Evidence.own(client), id).filter(it -> it.step().equals(step));
  }

  private Step getTakeable(ClientId client, UUID step) {
    return steps.getTakeable(ladders.getOpen(client), client, step);
  }

  private void move(Repetition repetition, RepetitionState next) {
    if (!repetition.state().canBecome(next)
        || !rows.move(repetition.id(), repetition.state(), next, now())) {
      throw new Refusal(LadderProblem.MOVED_ON);
    }
  }

  private void note(ClientId client, AuditAction action) {
    audit.write(new AuditEntry(client.person(), action, client, "crying.ladder", "own"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Refusal invalid(String field, String words, Object... arguments) {
    return new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem(field, words, arguments)));
  }
}
