package org.saltwater.crying.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.saltwater.vault.SealBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Reads, once a week, the hours of those who agreed, and keeps what many of them show together.
/// Whoever takes their yes back, or is erased, is not among them from then on.
@Component
class Learning {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

  private final Agreed agreed;
  private final HoursReading reading;
  private final LearnedRows rows;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Learning(
      Agreed agreed,
      HoursReading reading,
      LearnedRows rows,
      AuditLog audit,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.agreed = agreed;
    this.reading = reading;
    this.rows = rows;
    this.audit = audit;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// After the figures, on the first night of the week.
  @Scheduled(cron = "0 50 3 * * MON")
  void weekly() {
    learn();
  }

  /// Reads and counts anew; if another node does just now, leaves it to that one.
  Optional<Learned> learn() {
    return transaction.execute(
        status -> {
          if (!isMyTurn()) {
            return Optional.empty();
          }
          var now = clock.instant();
          var learned = read(now);
          rows.replace(learned, now);
          audit.write(new AuditEntry(null, AuditAction.CHANGED, null, "crying.learned", "agreed"));
          return Optional.of(learned);
        });
  }

  private boolean isMyTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(192)").query(Boolean.class).single();
  }

  private Learned read(Instant now) {
    var all = readAgreed(now);
    return Learned.from(
        withHours(all.stream().map(HoursReading.Read::plain).toList()),
        withHours(all.stream().map(HoursReading.Read::rated).toList()),
        now);
  }

  /// The hours of everyone who agreed, and of nobody else.
  List<HoursReading.Read> readAgreed(Instant now) {
    return agreed.list().stream().flatMap(it -> read(it, now).stream()).toList();
  }

  private static List<Followed> withHours(List<Followed> people) {
    return people.stream().filter(it -> !it.stretches().isEmpty()).toList();
  }

  /// One that can't be read must not keep the others from being counted.
  private Optional<HoursReading.Read> read(ClientId client, Instant now) {
    try {
      return Optional.of(reading.read(client, now));
    } catch (Refusal erased) {
      return Optional.empty();
    } catch (IllegalStateException
        | IllegalArgumentException
        | SealBroken
        | JacksonException broken) {
      LOG.error("Could not count one record: {}", broken.getClass().getName());
      return Optional.empty();
    }
  }
}
