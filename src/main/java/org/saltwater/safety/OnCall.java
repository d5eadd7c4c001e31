package org.saltwater.safety;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is on call, and when. Gaps are allowed, and said: a page that asks about self-harm tells
/// before the first word whether anyone is there now.
@Component
public class OnCall {
  /// Nobody is awake for longer; a slip in a date must not keep someone on call for years.
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration FURTHEST = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  OnCall(JdbcClient jdbc, People people, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /// One person's stretch of being on call; the end is not part of it.
  public record Shift(UUID id, PersonId person, Instant from, Instant to) {}

  public boolean isSomeoneThere() {
    return !listNow().isEmpty();
  }

  public boolean isNow(PersonId person) {
    return listNow().contains(person);
  }

  public List<PersonId> listNow() {
    return jdbc.sql(
            """
            select distinct person from safety_shift where starts_at <= :now and :now < ends_at
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /// Whoever's time has begun since this was asked last.
  List<PersonId> takeJustCome() {
    return jdbc.sql(
            """
            with come as (
              update safety_shift set told = true
              where starts_at <= :now and :now < ends_at and not told returning person
            )
            select distinct person from come
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /// Under way or to come, in order.
  public List<Shift> listComing() {
    return jdbc.sql(
            """
            select id, person, starts_at, ends_at from safety_shift where ends_at > :now
            order by starts_at, ends_at, id limit 200
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Shift(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getTimestamp("starts_at").toInstant(),
                    row.getTimestamp("ends_at").toInstant()))
        .list();
  }

  /// @throws Refusal invalid if it is for nobody who works here, ends before it begins, lies in the
  ///     past or further off than a year, or is longer than a week
  @Transactional
  public Shift add(PersonId person, Instant from, Instant to, PersonId by) {
    var now = clock.instant();
    if (people.find(person).filter(OnCall::isStaff).isEmpty()) {
      throw invalid("person", "safety.on-call.person.problem");
    }
    if (from.isAfter(now.plus(FURTHEST)) || from.isBefore(now.minus(LONGEST))) {
      throw invalid("from", "safety.on-call.from.problem");
    }
    if (!to.isAfter(from) || !to.isAfter(now) || to.isAfter(from.plus(LONGEST))) {
      throw invalid("to", "safety.on-call.to.problem");
    }
    var shift = new Shift(UUID.randomUUID(), person, from, to);
    jdbc.sql("insert into safety_shift (id, person, starts_at, ends_at) values (?, ?, ?, ?)")
        .params(
            shift.id(), person.value(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
        .update();
    audit.write(new AuditEntry(by, AuditAction.CREATED, null, "safety.shift", "rota"));
    return shift;
  }

  private static boolean isStaff(Person person) {
    return person.roles().contains(Role.COORDINATOR) || person.roles().contains(Role.THERAPIST);
  }

  private static Refusal invalid(String field, String messageKey) {
    return new Refusal(GeneralProblem.INVALID, List.of(new FieldProblem(field, messageKey)));
  }

  /// @throws Refusal not-found
  @Transactional
  public void remove(UUID shift, PersonId by) {
    if (jdbc.sql("delete from safety_shift where id = ?").param(shift).update() == 0) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    audit.write(new AuditEntry(by, AuditAction.DELETED, null, "safety.shift", "rota"));
  }
}
