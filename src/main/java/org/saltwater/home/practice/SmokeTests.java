package org.saltwater.home.practice;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.ProgramAccounts;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets a program try the platform as a client and as therapists, in a real practice too. The
/// therapists are made for it, can be matched with nobody else, and go with it.
@Component
class SmokeTests {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final ProgramAccounts accounts;
  private final Therapists therapists;
  private final SmokeTestEnd ending;
  private final RateLimits limits;
  private final AuditLog audit;
  private final Clock clock;

  SmokeTests(
      JdbcClient jdbc,
      ProgramAccounts accounts,
      Therapists therapists,
      SmokeTestEnd ending,
      RateLimits limits,
      AuditLog audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.therapists = therapists;
    this.ending = ending;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /// How one of the therapists signs in; told this once.
  ///
  /// @param secret of their authenticator app, in base 32
  record Access(
      TherapistId therapist, String email, Redacted<String> password, Redacted<String> secret) {}

  record Begun(SmokeTest test, Instant now, List<Access> therapists) {}

  @Transactional
  public Begun begin(SignedIn by) {
    limits.spend(RateLimit.SMOKE_TEST, by.id().toString());
    endLeftOver();
    var test = new SmokeTest(UUID.randomUUID(), TherapistId.random(), TherapistId.random());
    var now = clock.instant();
    jdbc.sql(
            """
            insert into home_smoke_test (id, first, second, begun_by, begun_at)
            values (:id, :first, :second, :by, :now)
            """)
        .param("id", test.id())
        .param("first", test.first().value())
        .param("second", test.second().value())
        .param("by", by.id().value())
        .param("now", Timestamp.from(now))
        .update();
    write(by.id(), "begun");
    return new Begun(
        test,
        now,
        List.of(
            make(test, test.first(), "first", "Smoke test, first therapist"),
            make(test, test.second(), "second", "Smoke test, second therapist")));
  }

  /// Ends it; one that has ended stays so.
  ///
  /// @throws Refusal `not-found` if there never was one
  @Transactional
  public void end(SignedIn by, UUID id) {
    end(find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND)), by.id());
  }

  /// Ends those whose program never came back to do so.
  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
  @Transactional
  public void endLeftOver() {
    jdbc.sql(
            """
            select id, first, second from home_smoke_test
            where ended_at is null and begun_at < :before for update skip locked
            """)
        .param("before", Timestamp.from(clock.instant().minus(SmokeTest.LIFE)))
        .query((row, number) -> test(row))
        .list()
        .forEach(test -> end(test, null));
  }

  private void end(SmokeTest test, @Nullable PersonId by) {
    var ended =
        jdbc.sql("update home_smoke_test set ended_at = :now where id = :id and ended_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", test.id())
            .update();
    if (ended == 1) {
      ending.of(test);
      write(by, by == null ? "left-over" : "ended");
    }
  }

  private Access make(SmokeTest test, TherapistId id, String role, String name) {
    var password = newPassword();
    var email = test.address(role);
    var secret =
        accounts.register(
            new NewPerson(
                id.person(), name, email, Set.of(Role.THERAPIST), ZoneOffset.UTC, password));
    therapists.register(profile(id, name));
    return new Access(id, email, password, secret);
  }

  private static TherapistProfile profile(TherapistId id, String name) {
    return new TherapistProfile(
        id,
        name,
        "Not a person",
        "Here for some minutes, while a program tries out whether the platform works.",
        Set.of(SmokeTest.PLACE),
        Set.of(SmokeTest.LANGUAGE),
        ZoneOffset.UTC,
        Set.of(Modality.TEXT),
        Set.of(ProblemDomain.ANXIETY_AND_PANIC, ProblemDomain.SLEEP),
        Set.of(Approach.PERSON_CENTRED),
        Optional.empty(),
        Optional.empty(),
        false,
        1,
        0,
        Standing.ACTIVE);
  }

  private Optional<SmokeTest> find(UUID id) {
    return jdbc.sql("select id, first, second from home_smoke_test where id = :id")
        .param("id", id)
        .query((row, number) -> test(row))
        .optional();
  }

  private static SmokeTest test(ResultSet row) throws SQLException {
    return new SmokeTest(
        row.getObject("id", UUID.class),
        new TherapistId(row.getObject("first", UUID.class)),
        new TherapistId(row.getObject("second", UUID.class)));
  }

  private static Redacted<String> newPassword() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Redacted<>(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private void write(@Nullable PersonId by, String reason) {
    audit.write(new AuditEntry(by, AuditAction.CHANGED, null, "practice.smoke-test", reason));
  }
}
