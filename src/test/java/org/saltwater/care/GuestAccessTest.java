package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.OnCall;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Those who look into a record without being the client's therapist.
@SaltwaterTest
@Tag("record")
class GuestAccessTest {
  @Autowired ApplicationContext context;
  @Autowired GuestAccess guests;
  @Autowired Access access;
  @Autowired OnCall onCall;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  CarePractice practice;
  TherapistId amara;
  TherapistId ben;
  ClientId mira;
  PersonId supervisor;

  @BeforeEach
  void open() {
    clock.reset();
    sql.sql("delete from safety_shift").update();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    ben = practice.therapist("Ben | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    supervisor = practice.person("Sana", Role.SUPERVISOR);
  }

  @Test
  void aSupervisorReadsNothingUntilTheClientAgreesAndNeverMessages() {
    guests.askForSupervision(amara, mira, supervisor);
    guests.askForSupervision(amara, mira, supervisor);
    assertThat(mayRead(supervisor)).isEmpty();

    guests.agree(mira, asked().id());

    assertThat(mayRead(supervisor)).containsExactlyInAnyOrder(Scope.QUESTIONNAIRE, Scope.SCORES);
    assertThat(actions()).contains(AuditAction.ACCESS_ASKED, AuditAction.ACCESS_OPENED);
    assertThat(guests.listOpenOf(supervisor, EdgeKind.SUPERVISION)).hasSize(1);
  }

  @Test
  void theClientSaysNoOrTakesAYesBack() {
    guests.askForSupervision(amara, mira, supervisor);
    var first = asked();
    assertRefused(() -> guests.agree(practice.client("Other"), first.id()), "not-found");
    guests.decline(mira, first.id());
    assertThat(mayRead(supervisor)).isEmpty();
    assertThat(actions()).contains(AuditAction.ACCESS_DECLINED);
    assertRefused(() -> guests.agree(mira, first.id()), "supervision-answered");

    guests.askForSupervision(amara, mira, supervisor);
    var second = asked();
    guests.agree(mira, second.id());
    guests.withdraw(mira, second.id());
    assertThat(mayRead(supervisor)).isEmpty();
    assertRefused(() -> guests.withdraw(mira, second.id()), "not-found");
  }

  @Test
  void aTherapistsOwnAccessIsNotTakenBackThisWay() {
    var treating =
        guests.listCurrent(mira).stream()
            .filter(it -> it.kind() == EdgeKind.TREATING)
            .findFirst()
            .orElseThrow();
    assertRefused(() -> guests.withdraw(mira, treating.id()), "not-found");
  }

  @Test
  void onlyTheClientsTherapistAsksAndOnlyForASupervisor() {
    assertRefused(() -> guests.askForSupervision(ben, mira, supervisor), "not-found");
    assertRefused(() -> guests.askForSupervision(amara, mira, ben.person()), "not-found");
    assertRefused(() -> guests.askForSupervision(amara, mira, PersonId.random()), "not-found");
  }

  @Test
  void supervisionEndsAfterNinetyDaysAndCannotBeAgreedToAfterwards() {
    guests.askForSupervision(amara, mira, supervisor);
    var edge = asked();
    guests.agree(mira, edge.id());
    clock.advance(Duration.ofDays(90).minusSeconds(1));
    assertThat(mayRead(supervisor)).isNotEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(mayRead(supervisor)).isEmpty();

    var jonas = practice.clientOf(amara, "Jonas");
    guests.askForSupervision(amara, jonas, supervisor);
    var late = guests.listCurrent(jonas).getLast();
    clock.advance(Duration.ofDays(90));
    assertThatThrownBy(() -> guests.agree(jonas, late.id())).isInstanceOf(Refusal.class);
    assertThat(access.mayRead(practice.signedIn(supervisor), jonas, Scope.SCORES)).isFalse();
  }

  @Test
  void whatTheTherapistBeforeAskedForEndsWithThem() {
    guests.askForSupervision(amara, mira, supervisor);
    guests.agree(mira, asked().id());
    practice.get(Episodes.class).close(mira, amara);
    assertThat(mayRead(supervisor)).isEmpty();
    assertRefused(() -> guests.askForSupervision(amara, mira, supervisor), "not-found");
  }

  @Test
  void whoIsNotOnCallBreaksNoGlass() {
    assertRefused(() -> breakGlass(ben, mira), "not-on-call");
    assertRefused(
        () -> guests.breakGlass(practice.signedIn(supervisor), mira, OnCallReason.RISK_FLAG),
        "not-on-call");
    assertRefused(() -> onCall(supervisor), "invalid");
    onCall(ben.person());
    assertRefused(() -> breakGlass(ben, new ClientId(UUID.randomUUID())), "not-found");
    assertThat(mayRead(ben.person())).isEmpty();
  }

  @Test
  void whoIsOnCallReadsForAnHourAndTheClientIsTold() {
    onCall(ben.person());
    breakGlass(ben, mira);
    assertThat(mayRead(ben.person()))
        .containsExactlyInAnyOrder(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.APPOINTMENTS);
    assertThat(actions()).contains(AuditAction.GLASS_BROKEN);
    assertThat(mails()).isEqualTo(1);

    clock.advance(Duration.ofHours(1));
    assertThat(mayRead(ben.person())).isEmpty();
  }

  @Test
  void anOpeningThatIsOverDoesNotSwallowTheNext() {
    onCall(ben.person());
    breakGlass(ben, mira);
    breakGlass(ben, mira);
    assertThat(mails()).as("asking again while it is open changes nothing").isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    breakGlass(ben, mira);
    assertThat(mayRead(ben.person())).isNotEmpty();
    assertThat(mails()).isEqualTo(2);
    assertThat(
            audit.listFor(mira, null).records().stream()
                .filter(it -> it.entry().action() == AuditAction.ACCESS_CLOSED)
                .map(it -> it.entry().reason()))
        .containsExactly("over");
  }

  private void breakGlass(TherapistId therapist, ClientId client) {
    guests.breakGlass(practice.signedIn(therapist), client, OnCallReason.RISK_FLAG);
  }

  private void onCall(PersonId person) {
    var now = clock.instant();
    onCall.add(person, now, now.plus(Duration.ofDays(1)), supervisor);
  }

  private Edge asked() {
    return guests.listCurrent(mira).stream()
        .filter(it -> it.state() == EdgeState.ASKED)
        .findFirst()
        .orElseThrow();
  }

  private Set<Scope> mayRead(PersonId person) {
    return Set.copyOf(
        Arrays.stream(Scope.values())
            .filter(scope -> access.mayRead(practice.signedIn(person), mira, scope))
            .toList());
  }

  private int mails() {
    return sql.sql(
            """
            select count(*) from notifications_mail m join identity_person p on p.email = m.recipient
            where p.id = ? and m.subject not like '%appointment%'
            """)
        .param(mira.value())
        .query(Integer.class)
        .single();
  }

  private List<AuditAction> actions() {
    return audit.listFor(mira, null).records().stream().map(it -> it.entry().action()).toList();
  }

  private static void assertRefused(ThrowingCallable call, String slug) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(slug);
  }
}
