package org.saltwater.intake;

import java.time.Clock;
import java.time.Duration;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.safety.Contacts;
import org.saltwater.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets what nobody came back for. The keys go first, so that copies of the database kept
/// elsewhere cannot be read either.
@Component
public class IntakeRetention {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeRetention.class);

  /// After the last answer of someone who stopped; the pages say so.
  public static final Duration UNFINISHED = Duration.ofDays(30);

  /// After the last answer of someone who finished and never made an account: long enough for any
  /// waitlist.
  public static final Duration WITHOUT_ACCOUNT = Duration.ofDays(180);

  private final IntakeRows rows;
  private final IntakeTokens tokens;
  private final Contacts contacts;
  private final Vault vault;
  private final People people;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IntakeRetention(
      IntakeRows rows,
      IntakeTokens tokens,
      Contacts contacts,
      Vault vault,
      People people,
      AuditLog audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.tokens = tokens;
    this.contacts = contacts;
    this.vault = vault;
    this.people = people;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  public void forgetLeftAlone() {
    var now = clock.instant();
    for (var row : rows.listLeftAlone(now.minus(UNFINISHED), now.minus(WITHOUT_ACCOUNT))) {
      try {
        if (row.completedAt().isPresent() && hasAccount(row.client())) {
          rows.keepWithRecord(row.id());
        } else {
          forget(row, "left-alone");
        }
      } catch (RuntimeException failed) {
        // One that can't be deleted now must not keep the others; it is tried again in an hour.
        LOG.error("Could not forget one questionnaire: {}", failed.getClass().getName());
      }
    }
    tokens.deleteEnded();
  }

  /// Forgets a questionnaire because its owner said so.
  public void forget(ClientId client) {
    rows.find(client).ifPresent(row -> forget(row, "asked"));
  }

  private void forget(IntakeRows.Row row, String reason) {
    transaction.executeWithoutResult(
        status -> {
          rows.delete(row.id());
          contacts.forget(row.client());
          if (!hasAccount(row.client())) {
            // With an account the same key seals messages and more.
            vault.destroyKeysOf(row.client());
          }
          events.publishEvent(new IntakeForgotten(row.client()));
          audit.write(
              new AuditEntry(null, AuditAction.DELETED, row.client(), "intake.answers", reason));
        });
  }

  private boolean hasAccount(ClientId client) {
    return people.find(client.person()).isPresent();
  }
}
