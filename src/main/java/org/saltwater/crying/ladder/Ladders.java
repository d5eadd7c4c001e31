package org.saltwater.crying.ladder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.EdgeClosed;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.safety.RiskFlags;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ladder itself: begun by its client after the page on safety, seen by nobody else until they
/// say so.
@Service
public class Ladders {
  private final LadderRows rows;
  private final RepetitionRows repetitions;
  private final Episodes episodes;
  private final RiskFlags risks;
  private final AuditLog audit;
  private final Clock clock;

  Ladders(
      LadderRows rows,
      RepetitionRows repetitions,
      Episodes episodes,
      RiskFlags risks,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.repetitions = repetitions;
    this.episodes = episodes;
    this.risks = risks;
    this.audit = audit;
    this.clock = clock;
  }

  /// With whom it is shared holds for the therapist of now.
  public Optional<Ladder> find(ClientId client) {
    return rows.find(client)
        .map(it -> it.seenBy(findCare(client).map(care -> care.therapist().person())));
  }

  /// In the transaction that ends it.
  @EventListener
  void on(EdgeClosed closed) {
    if (closed.kind() == EdgeKind.TREATING) {
      rows.takeTurn(closed.client());
      rows.leave(closed.client(), closed.reader());
    }
  }

  /// Begins, or says anew how the client wants to practise. Sent again it changes nothing.
  ///
  /// @param onlyInSession with their therapist only
  /// @throws Refusal `contact-first` while a human is to get in touch
  @Transactional
  public Ladder begin(ClientId client, boolean onlyInSession) {
    rows.takeTurn(client);
    var before = rows.find(client);
    if (before.filter(it -> it.state() != LadderState.OFFERED).isEmpty()) {
      requireNoContactDue(client);
      if (before.isEmpty()) {
        rows.insert(client, LadderState.UNDER_WAY, now());
      } else {
        rows.begin(client, now());
      }
      note(client, AuditAction.CREATED, "begun");
    }
    rows.setOnlyInSession(client, onlyInSession);
    if (onlyInSession) {
      repetitions.giveUpPlannedOutsideSessions(client);
    }
    return rows.find(client).orElseThrow();
  }

  /// Shows the ladder to the therapist of now, or hides it again. It names the one therapist: after
  /// a change the next one sees nothing until the client says so anew.
  ///
  /// @throws Refusal `ladder-not-begun`; `not-found` while there is no therapist to share it with
  @Transactional
  public void share(ClientId client, Sharing shared) {
    rows.takeTurn(client);
    getBegun(client);
    var with =
        shared == Sharing.NOTHING
            ? null
            : episodes
                .findOpen(client)
                .map(it -> it.therapist().person())
                .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    rows.share(client, shared, with);
    note(client, AuditAction.CHANGED, "shared." + shared.name().toLowerCase(Locale.ROOT));
  }

  /// Whether the client has a therapist who could see it.
  public Optional<Episode> findCare(ClientId client) {
    return episodes.findOpen(client);
  }

  /// @throws Refusal `ladder-not-begun`
  Ladder getBegun(ClientId client) {
    return rows.find(client)
        .filter(it -> it.state() != LadderState.OFFERED)
        .orElseThrow(() -> new Refusal(LadderProblem.LADDER_NOT_BEGUN));
  }

  /// A ladder on which a step may be taken now.
  ///
  /// @throws Refusal `ladder-not-begun`, `ladder-paused` or `contact-first`
  Ladder getOpen(ClientId client) {
    var ladder = getBegun(client);
    if (ladder.isPaused()) {
      throw new Refusal(LadderProblem.LADDER_PAUSED);
    }
    requireNoContactDue(client);
    return ladder;
  }

  void requireNoContactDue(ClientId client) {
    if (!risks.listOpenFor(client).isEmpty()) {
      throw new Refusal(LadderProblem.CONTACT_FIRST);
    }
  }

  private void note(ClientId client, AuditAction action, String reason) {
    audit.write(new AuditEntry(client.person(), action, client, "crying.ladder", reason));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
