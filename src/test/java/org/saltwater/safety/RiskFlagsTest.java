package org.saltwater.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SaltwaterTest
@Tag("safety")
class RiskFlagsTest {
  @Autowired RiskFlags flags;
  @Autowired RiskNotices notices;
  @Autowired OnCall onCall;
  @Autowired People people;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private final ClientId client = ClientId.random();

  @BeforeEach
  void resetClock() {
    clock.reset();
    jdbc.sql("delete from safety_shift").update();
  }

  @Test
  void theLevelSetsOnlyHowSoonAHumanMakesContact() {
    var now = clock.instant();
    assertThat(flags.raise(client, RiskLevel.HIGH, RiskSource.MESSAGE).contactBy())
        .isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(flags.raise(client, RiskLevel.MODERATE, RiskSource.INSTRUMENT).contactBy())
        .isBeforeOrEqualTo(now.plus(Duration.ofHours(12)));
    assertThat(flags.raise(client, RiskLevel.LOW, RiskSource.QUESTIONNAIRE).contactBy())
        .isEqualTo(now.plus(Duration.ofHours(72)));
  }

  @Test
  void aSecondFlagOfTheSameSourceOnlyMakesItMoreUrgent() {
    var first = flags.raise(client, RiskLevel.LOW, RiskSource.MESSAGE);
    var more = flags.raise(client, RiskLevel.HIGH, RiskSource.MESSAGE);
    var less = flags.raise(client, RiskLevel.LOW, RiskSource.MESSAGE);
    assertThat(more.id()).isEqualTo(first.id());
    assertThat(more.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(less.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(flags.listOpenFor(client)).hasSize(1);
  }

  @Test
  void aFlagGoesFromRaisedToClosedStepByStepAndEachStepSaysWhoAndWhen() {
    var me = PersonId.random();
    var flag = flags.raise(client, RiskLevel.MODERATE, RiskSource.CHECK_IN);
    assertThatThrownBy(() -> flags.move(flag.id(), RiskState.CLOSED, me))
        .isInstanceOf(Refusal.class);
    assertThat(flags.move(flag.id(), RiskState.SEEN, me).seen())
        .hasValue(new RiskFlag.Step(me, clock.instant()));
    assertThatThrownBy(() -> flags.move(flag.id(), RiskState.SEEN, me)).isInstanceOf(Refusal.class);
    flags.move(flag.id(), RiskState.CONTACTED, me);
    flags.move(flag.id(), RiskState.CLOSED, me);
    assertThat(flags.listOpenFor(client)).isEmpty();
    assertThat(flags.raise(client, RiskLevel.LOW, RiskSource.CHECK_IN).id())
        .isNotEqualTo(flag.id());
  }

  @Test
  void whoeverIsOnCallIsToldAndWithNobodyThereEveryCoordinatorWithoutSayingWhy() {
    var onCallOne = person(Role.THERAPIST);
    var coordinator = person(Role.COORDINATOR);
    flags.raise(client, RiskLevel.HIGH, RiskSource.MESSAGE);
    assertThat(mailsTo(coordinator)).isEqualTo(1);
    assertThat(mailsTo(onCallOne)).isZero();

    var now = clock.instant();
    onCall.add(
        new PersonId(UUID.fromString(onCallOne.split("@")[0])),
        now,
        now.plusSeconds(3600),
        PersonId.random());
    assertThat(onCall.isSomeoneThere()).isTrue();
    flags.raise(ClientId.random(), RiskLevel.HIGH, RiskSource.MESSAGE);
    assertThat(mailsTo(onCallOne)).isEqualTo(1);
    assertThat(mailsTo(coordinator)).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from notifications_mail where body ilike '%suicid%' or body ilike '%hurt%' or body ilike '%risk of%'")
                .query(Integer.class)
                .single())
        .isZero();

    clock.advance(Duration.ofMinutes(16));
    notices.remind();
    var reminders = mailsTo(coordinator, "still waiting");
    assertThat(reminders).isPositive();
    notices.remind();
    assertThat(mailsTo(coordinator, "still waiting")).as("reminded once").isEqualTo(reminders);
  }

  @Test
  void aShiftEndsWhenItSays() {
    var now = clock.instant();
    onCall.add(PersonId.random(), now, now.plusSeconds(60), PersonId.random());
    clock.advance(Duration.ofSeconds(60));
    assertThat(onCall.isSomeoneThere()).isFalse();
    assertThatThrownBy(() -> onCall.add(PersonId.random(), now, now, PersonId.random()))
        .isInstanceOf(Refusal.class);
  }

  private int mailsTo(String email) {
    return mailsTo(email, "waits for you");
  }

  private int mailsTo(String email, String subject) {
    return jdbc.sql(
            """
            select count(*) from notifications_mail
            where recipient = :email and subject like '%' || :subject || '%'
            """)
        .param("email", email)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  private String person(Role role) {
    var id = PersonId.random();
    var email = id + "@example.org";
    people.register(
        new NewPerson(
            id,
            "Robin",
            email,
            Set.of(role),
            ZoneOffset.UTC,
            new Redacted<>("a long enough sentence")));
    return email;
  }
}
