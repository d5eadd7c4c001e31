package org.saltwater.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Review.Prompt;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a therapist looked at when a course was worth reviewing: ticks and a short note, sealed
// with
/// the client's key. The ticks travel as scores do; the note is its writer's.
@Service
public class Reviews {
  public static final int MOST_CHARACTERS = 2_000;

  /// What is sealed.
  record Content(Set<Prompt> looked, String note) {
    @Override
    public String toString() {
      return "Content[redacted]";
    }
  }

  private final JdbcClient jdbc;
  private final Episodes episodes;
  private final Access access;
  private final Vault vault;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  Reviews(
      JdbcClient jdbc,
      Episodes episodes,
      Access access,
      Vault vault,
      AuditLog audit,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.episodes = episodes;
    this.access = access;
    this.vault = vault;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /// Whether this person treats the client, and so may keep a review.
  public boolean mayKeep(SignedIn me, ClientId client) {
    return access.mayRead(me, client, Scope.SCORES)
        && episodes.listOpenFor(client).stream()
            .anyMatch(it -> it.therapist().person().equals(me.id()));
  }

  /// @param id the caller's own; again with the same one changes nothing
  /// @throws Refusal `not-found` to anyone but the client's therapist; `invalid` if nothing was
  ///     looked at or the note is too long
  @Transactional
  public void keep(SignedIn me, ClientId client, UUID id, Set<Prompt> looked, String note) {
    if (!mayKeep(me, client)) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var said = note.strip();
    if (said.length() > MOST_CHARACTERS) {
      throw invalid("note", "progress.review.long");
    }
    if (looked.isEmpty()) {
      throw invalid("looked", "progress.review.none-ticked");
    }
    var kept =
        jdbc.sql(
                """
                insert into progress_review (id, client, therapist, reviewed_at, sealed)
                values (:id, :client, :therapist, :at, :sealed) on conflict (id) do nothing
                """)
            .param("id", id)
            .param("client", client.value())
            .param("therapist", me.id().value())
            .param("at", FillingRows.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
            .param(
                "sealed",
                vault.seal(
                    new KeyScope.OfClient(client),
                    place(id),
                    json.writeValueAsString(new Content(looked, said))))
            .update();
    if (kept == 1) {
      audit.write(
          new AuditEntry(me.id(), AuditAction.CREATED, client, "progress.review", "edge.treating"));
    } else if (!isOf(id, client, me.id())) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }

  /// As far as the evidence reaches, the newest first.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach scores
  public List<Review> list(Evidence evidence) {
    evidence.require(Scope.SCORES);
    return jdbc
        .sql(
            """
            select id, therapist, reviewed_at, sealed from progress_review
            where client = ? order by reviewed_at desc, id
            """)
        .param(evidence.owner().value())
        .query((row, number) -> open(evidence, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isOf(UUID id, ClientId client, PersonId therapist) {
    return jdbc.sql(
            """
            select exists (
              select from progress_review where id = ? and client = ? and therapist = ?)
            """)
        .params(id, client.value(), therapist.value())
        .query(Boolean.class)
        .single();
  }

  private Optional<Review> open(Evidence evidence, ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var at = row.getObject("reviewed_at", OffsetDateTime.class).toInstant();
    if (!evidence.covers(Scope.SCORES, at)) {
      return Optional.empty();
    }
    var by = new PersonId(row.getObject("therapist", UUID.class));
    var text =
        vault.open(
            evidence, new KeyScope.OfClient(evidence.owner()), place(id), row.getBytes("sealed"));
    var content = json.readValue(text, Content.class);
    var note = evidence.reader().equals(by) ? content.note() : "";
    return Optional.of(new Review(id, by, at, content.looked(), note));
  }

  private static Refusal invalid(String field, String words) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, words, MOST_CHARACTERS)));
  }

  private static Place place(UUID id) {
    return new Place("progress_review", id, "sealed");
  }
}
