package org.saltwater.crying.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.MoodRated;
import org.saltwater.crying.RestingPractice;
import org.saltwater.crying.WhoCried;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.notifications.Reminder;
import org.saltwater.safety.RiskFlagRaised;
import org.saltwater.vault.Evidence;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rests practice when it should be talked over first, and lets the client go on. The therapist of
/// now is told that it rests, shared ladder or not, and nothing more.
@Service
public class LadderPauses implements RestingPractice {
  private final LadderRows rows;
  private final Ladders ladders;
  private final Episodes care;
  private final CryingEpisodes tears;
  private final People people;
  private final Notifications notifications;
  private final AuditLog audit;
  private final Clock clock;

  LadderPauses(
      LadderRows rows,
      Ladders ladders,
      Episodes care,
      CryingEpisodes tears,
      People people,
      Notifications notifications,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.ladders = ladders;
    this.care = care;
    this.tears = tears;
    this.people = people;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /// Any risk answer, whatever it was about (CLINICAL.md §4).
  @ApplicationModuleListener
  void on(RiskFlagRaised event) {
    pause(event.client(), PauseCause.RISK);
  }

  /// Pauses what is under way. A pause that lasts stays, and becomes the graver of the two.
  @Transactional
  public void pause(ClientId client, PauseCause cause) {
    rows.takeTurn(client);
    var ladder = rows.find(client).orElse(null);
    if (ladder == null || ladder.state() == LadderState.OFFERED) {
      return;
    }
    if (ladder.pause().isPresent()) {
      var pause = ladder.pause().get();
      if (pause.cause().compareTo(cause) < 0) {
        rows.setCause(pause, cause);
        tell(client, cause);
      }
      return;
    }
    if (!ladder.state().canBecome(LadderState.PAUSED)) {
      throw new IllegalStateException("a ladder that is " + ladder.state() + " cannot pause");
    }
    rows.insertPause(new Pause(UUID.randomUUID(), client, cause, now(), Optional.empty()));
    rows.setState(client, LadderState.PAUSED);
    tell(client, cause);
  }

  /// Goes on. Sent again it changes nothing.
  ///
  /// @throws Refusal `contact-first` while a human is to get in touch; `talk-first` if this cause
  ///     asks for a talk; `ladder-not-begun`
  @Transactional
  public void resume(ClientId client, Resumption how) {
    rows.takeTurn(client);
    var pause = ladders.getBegun(client).pause().orElse(null);
    if (pause == null) {
      return;
    }
    ladders.requireNoContactDue(client);
    if (!pause.cause().canEndBy(how)) {
      throw new Refusal(LadderProblem.TALK_FIRST);
    }
    rows.endPause(pause, how, now());
    rows.setState(client, LadderState.UNDER_WAY);
    audit.write(
        new AuditEntry(client.person(), AuditAction.CHANGED, client, "crying.ladder", "gone-on"));
  }

  /// Looks at [PauseRule] as the client says how they are: within their own request, which reads
  /// what is theirs. Nothing is opened at any other time.
  @EventListener
  void on(MoodRated event) {
    var client = event.client();
    if (event.moment() != MoodMoment.BEFORE && event.moment() != MoodMoment.AFTER_90) {
      return;
    }
    rows.takeTurn(client);
    var since =
        rows.find(client).map(it -> rows.findLastResumed(client).orElse(it.madeAt())).orElse(null);
    if (since != null && PauseRule.asksForAPause(courses(client, since))) {
      pause(client, PauseCause.MOOD);
    }
  }

  /// Of the client's own tears, wherever they came; those of before a pause count no more.
  private List<PauseRule.Course> courses(ClientId client, Instant since) {
    return tears.list(Evidence.own(client)).stream()
        .filter(it -> !it.note().at().isBefore(since) && it.note().who() != WhoCried.THERAPIST)
        .map(it -> new PauseRule.Course(mood(it, MoodMoment.BEFORE), mood(it, MoodMoment.AFTER_90)))
        .toList();
  }

  private static OptionalInt mood(CryingEpisode episode, MoodMoment moment) {
    var value = episode.moods().get(moment);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  @Override
  public List<Resting> listToSee(TherapistId therapist) {
    var clients = care.listOpenFor(therapist).stream().map(it -> it.client().value()).toList();
    return rows.listUnseen(clients).stream()
        .map(it -> new Resting(it.id(), it.client(), it.pausedAt()))
        .toList();
  }

  /// @throws Refusal `not-found` if it is not one of their clients'
  @Transactional
  public void putAside(TherapistId therapist, UUID id) {
    var pause =
        rows.findPause(id)
            .filter(it -> care.findOpen(it.client(), therapist).isPresent())
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    rows.setSeen(pause, now());
  }

  private void tell(ClientId client, PauseCause cause) {
    audit.write(
        new AuditEntry(
            null,
            AuditAction.CHANGED,
            client,
            "crying.ladder",
            "paused." + cause.name().toLowerCase(Locale.ROOT)));
    care.findOpen(client)
        .map(Episode::therapist)
        .flatMap(it -> people.find(it.person()))
        .ifPresent(
            it ->
                notifications.remind(
                    it.id(),
                    it.email(),
                    Reminder.PRACTICE_RESTS,
                    Notice.PRACTICE_PAUSED,
                    it.name(),
                    new Link("/home"),
                    new Link("/notices")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
