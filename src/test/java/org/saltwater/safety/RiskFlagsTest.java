package org.saltwater.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
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
    assertThat(flags.raise(client, RiskLevel.HIGH, RiskSource.QUESTIONNAIRE).contactBy())
        .isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(flags.raise(client, RiskLevel.MODERATE, RiskSource.INSTRUMENT).contactBy())
        .isBeforeOrEqualTo(now.plus(Duration.ofHours(12)));
    assertThat(flags.raise(ClientId.random(), RiskLevel.LOW, RiskSource.QUESTIONNAIRE).contactBy())
        .isEqualTo(now.plus(Duration.ofHours(72)));
  }

  @Test
  void aSecondFlagOfTheSameSourceOnlyMakesItMoreUrgent() {
    var first = flags.raise(client, RiskLevel.LOW, RiskSource.QUESTIONNAIRE);
    var more = flags.raise(client, RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    var less = flags.raise(client, RiskLevel.LOW, RiskSource.QUESTIONNAIRE);
    assertThat(more.id()).isEqualTo(first.id());
    assertThat(more.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(less.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(flags.listOpenFor(client)).hasSize(1);
  }

  @Test
  void aFlagGoesFromRaisedToClosedStepByStepAndEachStepSaysWhoAndWhen() {
    var me = PersonId.random();
    var flag = flags.raise(client, RiskLevel.MODERATE, RiskSource.INSTRUMENT);
    assertThatThrownBy(() -> flags.move(flag.id(), RiskState.CLOSED, me))
        .isInstanceOf(Refusal.class);
    assertThat(flags.move(flag.id(), RiskState.SEEN, me).seen())
        .hasValue(new RiskFlag.Step(me, clock.instant()));
    assertThatThrownBy(() -> flags.move(flag.id(), RiskState.SEEN, me)).isInstanceOf(Refusal.class);
    flags.move(flag.id(), RiskState.CONTACTED, me);
    flags.move(flag.id(), RiskState.CLOSED, me);
    assertThat(flags.listOpenFor(client)).isEmpty();
    assertThat(flags.raise(client, RiskLevel.LOW, RiskSource.INSTRUMENT).id())
        .isNotEqualTo(flag.id());
  }

  @Test
  void whoeverIsOnCallIsToldAndWithNobodyThereEveryCoordinatorWithoutSayingWhy() {
    var onCallOne = person(Role.THERAPIST);
    var coordinator = person(Role.COORDINATOR);
    flags.raise(client, RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    assertThat(mailsTo(coordinator)).isEqualTo(1);
    assertThat(mailsTo(onCallOne)).isZero();

    var now = clock.instant();
    onCall.add(
        new PersonId(UUID.fromString(onCallOne.split("@")[0])),
        now,
        now.plusSeconds(3600),
        PersonId.random());
    assertThat(onCall.isSomeoneThere()).isTrue();
    flags.raise(ClientId.random(), RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
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
    assertThat(mailsTo(coordinator, "still waiting")).as("not every minute").isEqualTo(reminders);
    clock.advance(Duration.ofMinutes(15));
    notices.remind();
    assertThat(mailsTo(coordinator, "still waiting")).as("but again").isGreaterThan(reminders);
  }

  @Test
  void aWorseAnswerRaisesAnOpenFlagAndKeepsTheEarlierTime() {
    var onCallOne = person(Role.THERAPIST);
    var now = clock.instant();
    onCall.add(
        new PersonId(UUID.fromString(onCallOne.split("@")[0])),
        now,
        now.plus(Duration.ofHours(20)),
        PersonId.random());
    var first = flags.raise(client, RiskLevel.MODERATE, RiskSource.INSTRUMENT);
    clock.advance(Duration.between(now, first.contactBy()).minusMinutes(5));
    var worse = flags.raise(client, RiskLevel.HIGH, RiskSource.INSTRUMENT);
    assertThat(worse.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(worse.contactBy()).isEqualTo(first.contactBy());
    assertThat(mailsTo(onCallOne)).as("told again").isEqualTo(2);
    assertThat(flags.raise(client, RiskLevel.MODERATE, RiskSource.INSTRUMENT).level())
        .isEqualTo(RiskLevel.HIGH);
    assertThat(mailsTo(onCallOne)).isEqualTo(2);
  }

  @Test
  void whoeverComesOnCallIsToldOfWhoeverStillWaits() {
    var early = person(Role.THERAPIST);
    var late = person(Role.THERAPIST);
    var now = clock.instant();
    flags.raise(client, RiskLevel.LOW, RiskSource.INSTRUMENT);
    onCall.add(
        new PersonId(UUID.fromString(late.split("@")[0])),
        now.plusSeconds(3600),
        now.plusSeconds(7200),
        PersonId.random());
    notices.remind();
    assertThat(mailsTo(late)).isZero();
    clock.advance(Duration.ofHours(1));
    notices.remind();
    notices.remind();
    assertThat(mailsTo(late)).as("once").isEqualTo(1);
    assertThat(mailsTo(early)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:00:00Z, Europe/Berlin, 2026-11-23T20:00:00Z",
    "2026-11-23T16:00:00Z, Europe/Berlin, 2026-11-23T23:00:00Z",
    "2026-11-23T22:50:00Z, Europe/Berlin, 2026-11-23T23:50:00Z",
    "2026-11-23T16:00:00Z, America/Los_Angeles, 2026-11-24T04:00:00Z"
  })
  void theSameDayEndsAtThePracticesMidnightButNeverWithinTheHour(
      Instant raised, ZoneId practice, Instant by) {
    assertThat(RiskLevel.MODERATE.contactBy(raised, practice)).isEqualTo(by);
  }

  @Test
  void aShiftEndsWhenItSays() {
    var now = clock.instant();
    var me = new PersonId(UUID.fromString(person(Role.THERAPIST).split("@")[0]));
    onCall.add(me, now, now.plusSeconds(60), me);
    clock.advance(Duration.ofSeconds(60));
    assertThat(onCall.isSomeoneThere()).isFalse();
    assertThatThrownBy(() -> onCall.add(me, now, now, me)).isInstanceOf(Refusal.class);
  }

  @Test
  void onlyWhoWorksHereIsOnCallForAWeekAtMostAndWithinTheYear() {
    var now = clock.instant();
    var me = new PersonId(UUID.fromString(person(Role.THERAPIST).split("@")[0]));
    var client = new PersonId(UUID.fromString(person(Role.CLIENT).split("@")[0]));
    var soon = now.plusSeconds(60);
    assertRefused("person", () -> onCall.add(client, now, soon, me));
    assertRefused("person", () -> onCall.add(PersonId.random(), now, soon, me));
    assertRefused("to", () -> onCall.add(me, now, now.plus(Duration.ofDays(8)), me));
    assertRefused("from", () -> onCall.add(me, now.plus(Duration.ofDays(400)), Instant.MAX, me));
    assertRefused("from", () -> onCall.add(me, Instant.MIN, soon, me));
    onCall.add(me, now, now.plus(Duration.ofDays(7)), me);
  }

  private static void assertRefused(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.fields())
                    .extracting(FieldProblem::field)
                    .containsExactly(field));
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
