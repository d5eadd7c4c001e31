package org.saltwater.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What travelled with each change of therapist, and the summary that may follow it.
@Component
@Transactional
public class Handovers {
  public static final int LONGEST_SUMMARY = 4_000;
  private static final String COLUMNS =
      "id, change, client, from_therapist, to_therapist, parts, made_at, summary_until, summary_at";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final AuditLog audit;
  private final CareSettings settings;
  private final Clock clock;

  Handovers(JdbcClient jdbc, Vault vault, AuditLog audit, CareSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  void add(TherapistChange change, TherapistId to, Set<Scope> parts, Instant now) {
    jdbc.sql(
            """
            insert into care_handover
              (id, change, client, from_therapist, to_therapist, parts, made_at, summary_until)
            values (:id, :change, :client, :from, :to, :parts, :now, :until)
            """)
        .param("id", UUID.randomUUID())
        .param("change", change.id())
        .param("client", change.client().value())
        .param("from", change.from().value())
        .param("to", to.value())
        .param("parts", ChangeRows.names(parts))
        .param("now", EdgeRows.utc(now))
        .param("until", EdgeRows.utc(now.plus(settings.summaryWithin())))
        .update();
  }

  /// Newest first.
  public List<Handover> listFor(ClientId client) {
    return list("where client = :id order by made_at desc", client.value());
  }

  /// Those for which the therapist before may still write a summary, most urgent first.
  public List<Handover> listAwaitingSummary(TherapistId from) {
    var now = clock.instant();
    return list(
            "where from_therapist = :id and summary is null order by summary_until", from.value())
        .stream()
        .filter(handover -> handover.awaitsSummary(now))
        .toList();
  }

  /// For the therapist before, who may write in it but no longer read anything.
  ///
  /// @throws Refusal `not-found` to anyone else
  public Handover get(UUID id, TherapistId from) {
    return list("where id = :id", id).stream()
        .filter(handover -> handover.from().equals(from))
        .findFirst()
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// Adds the summary, once: who wrote it can't read it back, so can't change it either.
  ///
  /// @throws Refusal `not-found` to anyone but the therapist before; `summary-closed` if there is
  ///     one already, none was wanted, or the days for it are over
  public void addSummary(UUID id, TherapistId from, String text) {
    var handover =
        list("where id = :id for update", id).stream()
            .filter(it -> it.from().equals(from))
            .findFirst()
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    var now = clock.instant();
    if (!handover.awaitsSummary(now)) {
      throw new Refusal(CareProblem.SUMMARY_CLOSED);
    }
    jdbc.sql("update care_handover set summary = :summary, summary_at = :now where id = :id")
        .param("summary", vault.seal(new KeyScope.OfClient(handover.client()), place(id), text))
        .param("now", EdgeRows.utc(now))
        .param("id", id)
        .update();
    audit.write(
        new AuditEntry(
            from.person(),
            AuditAction.CREATED,
            handover.client(),
            "record.summary",
            "handover:" + id));
  }

  /// The summary, for the client and for whoever the evidence lets see it.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not cover it
  public Optional<String> findSummary(Evidence evidence, Handover handover) {
    evidence.require(Scope.SUMMARY, handover.madeAt());
    return jdbc.sql("select summary from care_handover where id = :id and summary is not null")
        .param("id", handover.id())
        .query((row, number) -> row.getBytes("summary"))
        .optional()
        .map(
            stored ->
                vault.open(
                    evidence,
                    new KeyScope.OfClient(handover.client()),
                    place(handover.id()),
                    stored));
  }

  private static Place place(UUID id) {
    return new Place("care_handover", id, "summary");
  }

  private List<Handover> list(String which, UUID id) {
    return jdbc.sql("select " + COLUMNS + " from care_handover " + which)
        .param("id", id)
        .query((row, number) -> handover(row))
        .list();
  }

  private static Handover handover(ResultSet row) throws SQLException {
    return new Handover(
        row.getObject("id", UUID.class),
        row.getObject("change", UUID.class),
        new ClientId(row.getObject("client", UUID.class)),
        new TherapistId(row.getObject("from_therapist", UUID.class)),
        new TherapistId(row.getObject("to_therapist", UUID.class)),
        ChangeRows.scopes(row, "parts"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("summary_until", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(EdgeRows.instant(row, "summary_at")));
  }
}
