package org.saltwater.crying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What clients note of their tears. It is theirs: a therapist reads what the client shows them, as
/// they read what the client writes to them, and as long as they treat the client.
@Service
public class CryingEpisodes {
  /// How far back something may be noted.
  static final Duration MEMORY = Duration.ofDays(5 * 365);

  private final EpisodeRows rows;
  private final EpisodeSeal seal;
  private final MoodPrompts prompts;
  private final TherapySessions sessions;
  private final Episodes care;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CryingEpisodes(
      EpisodeRows rows,
      EpisodeSeal seal,
      MoodPrompts prompts,
      TherapySessions sessions,
      Episodes care,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.seal = seal;
    this.prompts = prompts;
    this.sessions = sessions;
    this.care = care;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// As [#save(ClientId, EpisodeId, EpisodeNote, Set)], asking at every moment.
  @Transactional
  public CryingEpisode save(ClientId client, EpisodeId id, EpisodeNote note) {
    return save(client, id, note, EnumSet.allOf(MoodMoment.class));
  }

  /// Notes an episode, or notes it anew. Whom it is shown to stays as it was, and what is asked
  /// afterwards as well.
  ///
  /// @param ask when the client is asked how they are, unless they turned that off or it is too
  // late
  /// @param id the caller's own; again with the same one replaces what was noted
  /// @throws Refusal `invalid` for a moment that has not come or is too long ago, or an hour of
  // which
  ///     there is a note with another id; `not-found` if the id is someone else's, or the client
  // was
  ///     not in that hour
  @Transactional
  public CryingEpisode save(ClientId client, EpisodeId id, EpisodeNote note, Set<MoodMoment> ask) {
    var now = now();
    if (note.at().isAfter(now)) {
      throw Rating.refused("at", "crying.field.ahead");
    }
    if (note.at().isBefore(now.minus(MEMORY))) {
      throw Rating.refused("at", "crying.field.long-ago");
    }
    var session = note.session();
    if (session != null) {
      sessions.get(session, client.person());
    }
    var before = rows.find(id);
    if (session != null
        && rows.find(session, client.person()).filter(it -> !it.id().equals(id)).isPresent()) {
      throw alreadyNoted();
    }
    boolean saved;
    try {
      saved =
          rows.save(
              new EpisodeRows.Row(
                  id,
                  client,
                  client.person(),
                  note.at().truncatedTo(ChronoUnit.MICROS),
                  before.map(EpisodeRows.Row::notedAt).orElse(now),
                  note.session(),
                  note.ladderStep(),
                  note.pooled(),
                  Optional.empty(),
                  Optional.empty(),
                  seal.note(client, id, note)));
    } catch (DuplicateKeyException atTheSameTime) {
      throw alreadyNoted();
    }
    if (!saved) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    if (before.isEmpty()) {
      prompts.set(client, id, note.ended(), ask);
    }
    write(client, before.isPresent() ? AuditAction.CHANGED : AuditAction.CREATED);
    events.publishEvent(new EpisodeNoted(id, client));
    return get(client, id);
  }

  private static Refusal alreadyNoted() {
    return Rating.refused("session", "crying.field.session");
  }

  /// How the client was at one moment around an episode. Again replaces it.
  ///
  /// @param value 0, as low as can be, to 10, as good as can be
  /// @throws Refusal `invalid`; `not-found` if the client has no such episode
  @Transactional
  public void rate(ClientId client, EpisodeId id, MoodMoment moment, int value) {
    Rating.check(moment.code(), value);
    rows.rate(own(client, id).id(), moment, now(), seal.mood(client, id, moment, value));
    prompts.answered(id, moment);
    write(client, AuditAction.CHANGED);
    events.publishEvent(new MoodRated(id, client, moment));
  }

  /// Takes back how the client was at a moment; if they said nothing, changes nothing.
  ///
  /// @throws Refusal `not-found` if the client has no such episode
  @Transactional
  public void forget(ClientId client, EpisodeId id, MoodMoment moment) {
    if (rows.forget(own(client, id).id(), moment)) {
      write(client, AuditAction.CHANGED);
    }
  }

  /// Answers what was asked.
  ///
  /// @throws Refusal `moment-over`; else as [#rate]
  @Transactional
  public void answer(ClientId client, UUID prompt, int value) {
    var asked =
        prompts.findOpen(client, prompt).orElseThrow(() -> new Refusal(CryingProblem.MOMENT_OVER));
    rate(client, asked.episode(), asked.moment(), value);
  }

  /// As far as the evidence reaches: a client finds all that is theirs, a therapist what is shown
  /// to them.
  public Optional<CryingEpisode> find(Evidence evidence, EpisodeId id) {
    evidence.require(Scope.MESSAGES);
    return rows.find(id)
        .filter(row -> row.client().equals(evidence.owner()) && row.isOwn())
        .filter(row -> reaches(evidence, row))
        .map(row -> open(evidence, row));
  }

  /// As [#find(Evidence, EpisodeId)], the newest first.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach what the client writes
  public List<CryingEpisode> list(Evidence evidence) {
    evidence.require(Scope.MESSAGES);
    return rows.list(evidence.owner()).stream()
        .filter(row -> reaches(evidence, row))
        .map(row -> open(evidence, row))
        .toList();
  }

  /// Shows an episode to the therapist whom the client has now, and to nobody after them.
  ///
  /// @throws Refusal `not-found` if the client has no such episode, or no therapist
  @Transactional
  public void share(ClientId client, EpisodeId id) {
    var with =
        care.findOpen(client).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND)).therapist();
    rows.share(own(client, id).id(), with, now());
    write(client, AuditAction.CHANGED);
  }

  /// Shows it to nobody any more.
  ///
  /// @throws Refusal `not-found` if the client has no such episode
  @Transactional
  public void takeBack(ClientId client, EpisodeId id) {
    rows.share(own(client, id).id(), null, null);
    write(client, AuditAction.CHANGED);
  }

  /// Takes it away for good.
  ///
  /// @throws Refusal `not-found` if the client has no such episode
  @Transactional
  public void delete(ClientId client, EpisodeId id) {
    rows.delete(own(client, id).id());
    write(client, AuditAction.DELETED);
  }

  /// Whether a therapist could read anything: without opening it.
  public boolean isAnyShown(ClientId client, PersonId therapist) {
    return rows.list(client).stream()
        .anyMatch(row -> row.sharedWith().filter(it -> it.person().equals(therapist)).isPresent());
  }

  private CryingEpisode get(ClientId client, EpisodeId id) {
    return open(Evidence.own(client), own(client, id));
  }

  private EpisodeRows.Row own(ClientId client, EpisodeId id) {
    return rows.find(id)
        .filter(row -> row.client().equals(client) && row.isOwn())
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private static boolean reaches(Evidence evidence, EpisodeRows.Row row) {
    return evidence.basis() == Evidence.Basis.OWN
        || (row.sharedWith().filter(it -> it.person().equals(evidence.reader())).isPresent()
            && evidence.covers(Scope.MESSAGES, row.sharedAt().orElseThrow()));
  }

  private CryingEpisode open(Evidence evidence, EpisodeRows.Row row) {
    var moods = new EnumMap<MoodMoment, Integer>(MoodMoment.class);
    rows.moods(row.id())
        .forEach(
            (moment, stored) -> moods.put(moment, seal.mood(evidence, row.id(), moment, stored)));
    return new CryingEpisode(
        row.id(),
        row.client(),
        Author.CLIENT,
        row.notedAt(),
        seal.note(evidence, row.id(), row.sealedNote()),
        moods,
        row.sharedWith().filter(with -> care.findOpen(row.client(), with).isPresent()));
  }

  private void write(ClientId client, AuditAction action) {
    audit.write(new AuditEntry(client.person(), action, client, "crying.episode", "own"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
