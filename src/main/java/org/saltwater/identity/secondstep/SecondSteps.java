package org.saltwater.identity.secondstep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.Person;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The second step of signing in: a code from an authenticator app, or a recovery code.
@Component
public class SecondSteps {
  private final JdbcClient jdbc;
  private final SecretKeeper keeper;
  private final RecoveryCodes recovery;
  private final RateLimits limits;
  private final Installation installation;
  private final Clock clock;

  SecondSteps(
      JdbcClient jdbc,
      SecretKeeper keeper,
      RecoveryCodes recovery,
      RateLimits limits,
      Installation installation,
      Clock clock) {
    this.jdbc = jdbc;
    this.keeper = keeper;
    this.recovery = recovery;
    this.limits = limits;
    this.installation = installation;
    this.clock = clock;
  }

  public boolean isSetUp(PersonId person) {
    return secret(person).filter(Secret::confirmed).isPresent();
  }

  public int countRecoveryCodes(PersonId person) {
    return recovery.count(person);
  }

  /// Begins to set an app up. Until it is confirmed the same secret is shown again, so that a page
  /// loaded twice does not void the picture that was already taken.
  @Transactional
  public Enrolment begin(Person person) {
    var found = secret(person.id());
    if (found.filter(Secret::confirmed).isPresent()) {
      throw new Refusal(IdentityProblem.LINK_SPENT);
    }
    var secret = found.map(Secret::bytes).orElseGet(() -> add(person.id()));
    return new Enrolment(
        Totp.uri(secret, installation.practice(), person.email()),
        Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "));
  }

  /// Ends setting up with the first code.
  ///
  /// @return the recovery codes, which are shown this once
  /// @throws Refusal `wrong-code`
  @Transactional
  public List<String> confirm(PersonId person, String code) {
    check(person, code, false);
    confirm(person);
    return recovery.renew(person);
  }

  /// Sets an app up without a first code: for a program's account, which needs no picture.
  ///
  /// @return the secret, in base 32
  @Transactional
  public Redacted<String> setUpAtOnce(Person person) {
    var secret = add(person.id());
    confirm(person.id());
    return new Redacted<>(Totp.base32(secret));
  }

  /// Takes a code of the app, or one of the recovery codes; each works once.
  ///
  /// @throws Refusal `wrong-code`, or 429 after several wrong ones
  @Transactional
  public void check(PersonId person, String code) {
    check(person, code, true);
  }

  @Transactional
  public List<String> renewRecoveryCodes(PersonId person) {
    return recovery.renew(person);
  }

  @Transactional
  public void remove(PersonId person) {
    jdbc.sql("delete from identity_totp where person = :person")
        .param("person", person.value())
        .update();
    recovery.forget(person);
  }

  private void check(PersonId person, String code, boolean confirmed) {
    limits.spend(RateLimit.CODE, person.toString());
    if (!takes(person, code, confirmed)) {
      throw new Refusal(
          IdentityProblem.WRONG_CODE, List.of(new FieldProblem("code", "identity.field.code")));
    }
    limits.giveBack(RateLimit.CODE, person.toString());
  }

  private boolean takes(PersonId person, String code, boolean confirmed) {
    var secret = secret(person).filter(found -> found.confirmed() == confirmed);
    if (secret.isEmpty()) {
      return false;
    }
    var step = Totp.step(secret.get().bytes(), code, clock.instant(), secret.get().lastStep());
    // The condition decides between two who send the same code at once.
    return step.isPresent()
        ? jdbc.sql(
                    "update identity_totp set last_step = :step where person = :person and last_step < :step")
                .param("step", step.getAsLong())
                .param("person", person.value())
                .update()
            > 0
        : confirmed && recovery.spend(person, code);
  }

  private void confirm(PersonId person) {
    jdbc.sql("update identity_totp set confirmed_at = :now where person = :person")
        .param("now", Timestamp.from(clock.instant()))
        .param("person", person.value())
        .update();
  }

  private byte[] add(PersonId person) {
    var secret = Totp.newSecret();
    int added =
        jdbc.sql(
                """
                insert into identity_totp (person, sealed_secret) values (:person, :sealed)
                on conflict (person) do nothing
                """)
            .param("person", person.value())
            .param("sealed", keeper.seal(person, secret))
            .update();
    // Of two pages loaded at once, both show the secret of the quicker one.
    return added > 0 ? secret : secret(person).orElseThrow().bytes();
  }

  private Optional<Secret> secret(PersonId person) {
    return jdbc.sql("select * from identity_totp where person = :person")
        .param("person", person.value())
        .query((row, number) -> secret(person, row))
        .optional();
  }

  private Secret secret(PersonId person, ResultSet row) throws SQLException {
    return new Secret(
        keeper.open(person, row.getBytes("sealed_secret")),
        row.getTimestamp("confirmed_at") != null,
        row.getLong("last_step"));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Secret(byte[] bytes, boolean confirmed, long lastStep) {
    @Override
    public String toString() {
      return "Secret[redacted]";
    }
  }
}
