package org.saltwater.safety;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks a human to make contact. It only ever adds: no flag closes a door to a client, ends
/// anything, or calls anyone by itself. No flag says nothing about a person: 71.6 % of people who
/// died by suicide had answered zero to the PHQ-9's ninth item.
@Component
public class RiskFlags {
  private final RiskFlagRows rows;
  private final RiskNotices notices;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ZoneId practice;

  RiskFlags(
      RiskFlagRows rows,
      RiskNotices notices,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${saltwater.zone:#{T(java.time.ZoneId).systemDefault()}}") ZoneId practice) {
    this.rows = rows;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.practice = practice;
  }

  /// Raises a flag and tells whoever is on call. While one of the same source is open, a second
  /// only makes it more urgent, or opens it again after contact was made.
  @Transactional
  public RiskFlag raise(ClientId client, RiskLevel level, RiskSource source) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var raised =
        rows.raise(
            new RiskFlag(
                UUID.randomUUID(),
                client,
                level,
                source,
                RiskState.RAISED,
                now,
                level.contactBy(now, practice),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    if (raised.isEmpty()) {
      return rows.getOpen(client, source);
    }
    write(null, AuditAction.CREATED, raised.get(), "raised");
    notices.tellOnCall();
    events.publishEvent(new RiskFlagRaised(raised.get().id(), client));
    return raised.get();
  }

  /// @throws Refusal not-found
  public RiskFlag get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Not yet closed, the soonest due first.
  public List<RiskFlag> listOpen() {
    return rows.listOpen();
  }

  public List<RiskFlag> listOpenFor(ClientId client) {
    return rows.listOpenFor(client);
  }

  /// Takes a flag one step on.
  ///
  /// @throws Refusal flag-moved-on if it is not in the state before that step (any more)
  @Transactional
  public RiskFlag move(UUID id, RiskState next, PersonId by) {
    var flag = get(id);
    if (!flag.state().canBecome(next)
        || !rows.move(id, flag.state(), next, by, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      throw new Refusal(SafetyProblem.FLAG_MOVED_ON);
    }
    write(by, AuditAction.CHANGED, flag, next.name().toLowerCase(Locale.ROOT));
    return get(id);
  }

  private void write(@Nullable PersonId actor, AuditAction action, RiskFlag flag, String reason) {
    audit.write(new AuditEntry(actor, action, flag.client(), "safety.risk-flag", "risk." + reason));
  }
}
