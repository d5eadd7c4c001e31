package org.saltwater.audit;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The log of who read and changed whose clinical data. It is only ever added to.
@Component
public class AuditLog {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final Clock clock;
  private final AuditKey key;
  private final AuditAnchor anchor;
  private final AuditWriter writer;
  private final AuditChain chain;

  @Autowired
  public AuditLog(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      Installation installation) {
    this(jdbc, transactions, clock, installation.data());
  }

  private AuditLog(
      JdbcTemplate template, PlatformTransactionManager transactions, Clock clock, Path data) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
    this.transactions = transactions;
    this.clock = clock;
    var begins = !AuditKey.existsIn(data);
    this.key = AuditKey.in(data, isEmpty(template));
    this.anchor = new AuditAnchor(data, key);
    if (begins) {
      // Only now: beside a key that was there before, an empty log and no anchor are no beginning.
      anchor.write(AuditHead.START);
    }
    this.writer = new AuditWriter(template, clock, key);
    this.chain = new AuditChain(transactions, writer, anchor);
  }

  /// The log in a database, without the application around it: for tools and tests. Nothing links
  /// its entries until [#link()] is called.
  ///
  /// @param data the installation's folder, which holds the key and the anchor
  public static AuditLog on(
      DataSource database, PlatformTransactionManager transactions, Clock clock, Path data) {
    return new AuditLog(new JdbcTemplate(database), transactions, clock, data);
  }

  private static boolean isEmpty(JdbcTemplate template) {
    return Boolean.FALSE.equals(
        template.queryForObject("select exists (select from audit_entry)", Boolean.class));
  }

  /// Adds a line, in the caller's transaction: what is rolled back was not done, and is not said.
  /// Never waits for other writers.
  public void write(AuditEntry entry) {
    chain.expectAfterCommit(writer.write(entry));
  }

  /// What happened with one client's data, newest first, only the actions asked for.
  ///
  /// @param cursor `next` of the page before, or null for the newest; one that cannot be read
  ///     counts as null
  /// @param limit at most so many records
  public AuditPage listFor(
      ClientId subject, Set<AuditAction> actions, @Nullable String cursor, int limit) {
    var after = AuditCursor.of(cursor);
    var found =
        jdbc.sql(
                """
                select id, at, actor, action, subject, thing, reason, seal from audit_entry
                where subject = :subject and action = any(:actions) and (at, id) < (:at, :id)
                order by at desc, id desc limit :limit
                """)
            .param("subject", subject.value())
            .param("actions", actions.stream().map(Enum::name).toArray(String[]::new))
            .param("at", after.at().atOffset(ZoneOffset.UTC))
            .param("id", after.id())
            .param("limit", limit + 1)
            .query((row, number) -> record(row))
            .list();
    return found.size() <= limit
        ? new AuditPage(found, Optional.empty())
        : new AuditPage(
            List.copyOf(found.subList(0, limit)),
            Optional.of(AuditCursor.after(found.get(limit - 1)).toString()));
  }

  /// All that happened with one client's data, newest first, fifty at a time.
  public AuditPage listFor(ClientId subject, @Nullable String cursor) {
    return listFor(subject, Set.of(AuditAction.values()), cursor, 50);
  }

  /// Reads the whole log once and reports everything that is not as it was written. Streams: the
  /// size of the log costs time, not memory.
  public AuditReport verify() {
    var snapshot = new TransactionTemplate(transactions);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return AuditVerification.run(template, snapshot, clock, key, anchor);
  }

  /// Links what has been committed since the last time. The application does so every second.
  public void link() {
    chain.link();
  }

  AuditChain chain() {
    return chain;
  }

  private static AuditRecord record(ResultSet row) throws SQLException {
    var actor = row.getObject("actor", UUID.class);
    var subject = row.getObject("subject", UUID.class);
    return new AuditRecord(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new AuditEntry(
            actor == null ? null : new PersonId(actor),
            AuditAction.valueOf(row.getString("action")),
            subject == null ? null : new ClientId(subject),
            row.getString("thing"),
            row.getString("reason")));
  }

  /// Where a page ended.
  private record AuditCursor(Instant at, UUID id) {
    private static final AuditCursor NEWEST =
        new AuditCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static AuditCursor after(AuditRecord last) {
      return new AuditCursor(last.at(), last.id());
    }

    static AuditCursor of(@Nullable String text) {
      try {
        var parts = text == null ? new String[0] : text.split("_", 2);
        return parts.length < 2
            ? NEWEST
            : new AuditCursor(
                Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                UUID.fromString(parts[1]));
      } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
        return NEWEST;
      }
    }

    @Override
    public String toString() {
      return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
  }
}
