package org.saltwater.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.SealBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Reads, once a week, what figures need of those who agreed to be counted, and keeps it without
// who
/// they are. Whoever takes their yes back, or is erased, is not among them from then on.
@Component
public class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final int AT_A_TIME = 500;

  private final Intakes intakes;
  private final CaseReading reading;
  private final Cases cases;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Gathering(
      Intakes intakes,
      CaseReading reading,
      Cases cases,
      AuditLog audit,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.intakes = intakes;
    this.reading = reading;
    this.cases = cases;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// On the first night of the week, when hardly anyone is here.
  @Scheduled(cron = "0 40 3 * * MON")
  void weekly() {
    gather();
  }

  /// Counts anew; if another node does just now, leaves it to that one.
  ///
  /// @return how many agreed; empty if it was left to another
  public Optional<Integer> gather() {
    return transaction.execute(
        status -> {
          if (!isMyTurn()) {
            return Optional.empty();
          }
          var now = clock.instant();
          var all = read(now);
          cases.replaceAll(all, now);
          audit.write(new AuditEntry(null, AuditAction.CHANGED, null, "figures.cases", "agreed"));
          return Optional.of(all.size());
        });
  }

  private boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(180)").query(Boolean.class).single();
  }

  private List<Case> read(Instant now) {
    var all = new ArrayList<Case>();
    @Nullable ClientId last = null;
    while (true) {
      var some = intakes.listCompleted(last, AT_A_TIME);
      if (some.isEmpty()) {
        return all;
      }
      for (var client : some) {
        find(client, now).ifPresent(all::add);
      }
      last = some.getLast();
    }
  }

  /// One that can't be read must not keep the others from being counted.
  private Optional<Case> find(ClientId client, Instant now) {
    try {
      return reading.find(client, now);
    } catch (org.saltwater.kernel.Refusal erased) {
      return Optional.empty();
    } catch (IllegalStateException
        | IllegalArgumentException
        | SealBroken
        | JacksonException broken) {
      LOG.error("Could not count one record: {}", broken.getClass().getName());
      return Optional.empty();
    }
  }

  static int day(Instant at) {
    return (int) LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }
}
