package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is invited, who is not yet here, and who may take it back.
@SaltwaterTest
class InvitationsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final SignedIn COORDINATOR = by(Role.COORDINATOR);
  private static final SignedIn OPERATOR = by(Role.OPERATOR);

  @Autowired Invitations invitations;
  @Autowired People people;
  @Autowired SecondSteps secondSteps;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void nobodyIsHere() {
    clock.reset();
    jdbc.sql("delete from identity_person").update();
  }

  @Test
  void whoHasNotAcceptedIsNotAmongTheStaff() {
    var invited = invite(COORDINATOR, "amara@example.org", Role.SUPERVISOR);
    assertThat(people.listWith(Role.SUPERVISOR)).isEmpty();
    clock.advance(Duration.ofDays(30));
    assertThat(people.listWith(Role.SUPERVISOR)).as("nor when the link has ended").isEmpty();

    accept("amara@example.org");
    assertThat(people.listWith(Role.SUPERVISOR))
        .extracting(Person::id)
        .containsExactly(invited.id());
  }

  @Test
  void anInvitationTakenBackLeavesNobodyBehind() {
    var invited = invite(COORDINATOR, "amara@example.org", Role.SUPERVISOR);
    assertThat(invitations.count()).isEqualTo(1);
    assertThat(invitations.list()).extracting(Invitation::person).containsExactly(invited);

    invitations.withdraw(COORDINATOR, invited.id());

    assertThat(people.find(invited.id())).isEmpty();
    assertThat(invitations.count()).isZero();
    assertThatThrownBy(() -> invitations.withdraw(COORDINATOR, invited.id()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(GeneralProblem.NOT_FOUND));
  }

  @Test
  void whoHasAcceptedOrWasNeverInvitedIsNotTakenAwayByMistake() {
    invite(COORDINATOR, "amara@example.org", Role.THERAPIST);
    accept("amara@example.org");
    var accepted = people.findByEmail("amara@example.org").orElseThrow();
    var known =
        new Person(PersonId.random(), "Jonas", "jonas@example.org", Set.of(Role.THERAPIST), BERLIN);
    people.addAll(List.of(known));

    for (var person : List.of(accepted, known)) {
      assertThatThrownBy(() -> invitations.withdraw(COORDINATOR, person.id()))
          .isInstanceOf(Refusal.class);
      assertThat(people.find(person.id())).isPresent();
    }
  }

  @Test
  void aCoordinatorCannotUndoAnOperatorsInvitation() {
    var operator = invite(OPERATOR, "ada@example.org", Role.OPERATOR);

    assertThatThrownBy(() -> invite(COORDINATOR, "ada@example.org", Role.THERAPIST))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> invitations.withdraw(COORDINATOR, operator.id()))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(GeneralProblem.NOT_ALLOWED));

    assertThat(people.get(operator.id()).roles()).containsExactly(Role.OPERATOR);
    invitations.withdraw(OPERATOR, operator.id());
    assertThat(people.find(operator.id())).isEmpty();
  }

  @Test
  void aDoubleClickInvitesOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      var email = UUID.randomUUID() + "@example.org";
      twice(() -> invite(COORDINATOR, email, Role.THERAPIST));
      assertThat(people.findByEmail(email)).isPresent();
    }
  }

  @Test
  void aSecondStepBegunTwiceAtOnceHasOneSecret() throws Exception {
    for (int round = 0; round < 10; round++) {
      var person =
          new Person(
              PersonId.random(),
              "Amara",
              UUID.randomUUID() + "@example.org",
              Set.of(Role.CLIENT),
              BERLIN);
      people.addAll(List.of(person));
      var shown = twice(() -> secondSteps.begin(person).secret());
      assertThat(shown.getFirst()).isEqualTo(shown.getLast());
    }
  }

  @Test
  void aNameIsNotAnAddressOfAPage() {
    for (var name :
        new String[] {
          "See https://elsewhere.example", "www.elsewhere.example", "Amara\r\nBcc", " ", "a\u0007"
        }) {
      assertThatThrownBy(
              () ->
                  invitations.invite(
                      COORDINATOR, name, "a@example.org", Set.of(Role.THERAPIST), BERLIN))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void theFirstOperatorIsInvitedAnewUntilSomeoneHasAccepted() {
    start("mistyped@example.org");
    start("ada@example.org");
    assertThat(people.findByEmail("mistyped@example.org")).isEmpty();
    assertThat(people.hasOperator()).isFalse();

    clock.advance(Duration.ofDays(8));
    start("ada@example.org");
    assertThat(invitations.list())
        .extracting(it -> it.person().email())
        .containsExactly("ada@example.org");

    accept("ada@example.org");
    assertThat(people.hasOperator()).isTrue();
    start("someone-else@example.org");
    assertThat(people.findByEmail("someone-else@example.org")).isEmpty();
  }

  @Test
  void whoReturnsAfterLeavingIsInvitedAnew() {
    invite(COORDINATOR, "amara@example.org", Role.THERAPIST);
    accept("amara@example.org");
    var before = people.findByEmail("amara@example.org").orElseThrow();
    people.retire(before.id());

    var returned = invite(COORDINATOR, "amara@example.org", Role.THERAPIST);

    assertThat(returned.id()).isNotEqualTo(before.id());
    assertThat(people.isRetired(before.id())).isTrue();
    assertThat(people.isRetired(returned.id())).isFalse();
  }

  private void start(String setting) {
    new FirstOperator(
            people,
            invitations,
            new Installation(
                Installation.Mode.SERVE,
                Path.of("target"),
                URI.create("https://care.example"),
                "Blue Harbour"),
            setting)
        .run(new DefaultApplicationArguments());
  }

  private Person invite(SignedIn by, String email, Role role) {
    return invitations.invite(by, "Amara", email, Set.of(role), BERLIN);
  }

  /// As if by the mailed link.
  private void accept(String email) {
    people.setPassword(
        people.findByEmail(email).orElseThrow(), new Redacted<>("a lighthouse in the fog"));
  }

  private static <T> List<T> twice(java.util.concurrent.Callable<T> click) throws Exception {
    var together = new CyclicBarrier(2);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          hands.submit(
              () -> {
                together.await();
                return click.call();
              });
      var second =
          hands.submit(
              () -> {
                together.await();
                return click.call();
              });
      return List.of(first.get(), second.get());
    }
  }

  private static SignedIn by(Role role) {
    return new SignedIn(PersonId.random(), "Noor", Set.of(role), BERLIN);
  }
}
