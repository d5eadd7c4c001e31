package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.audit.AuditRecord;
import org.saltwater.identity.People;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.MatchResult;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SaltwaterTest
@Tag("journey")
class TherapistChangeTest {
  private static final String TUESDAY = "2026-11-24T13:00:00Z";
  private static final String WEDNESDAY = "2026-11-25T09:00:00Z";

  @Autowired ApplicationContext context;
  @Autowired TherapistChanges changes;
  @Autowired ChangeMatches matches;
  @Autowired Episodes episodes;
  @Autowired Access access;
  @Autowired Handovers handovers;
  @Autowired Therapists therapists;
  @Autowired Appointments appointments;
  @Autowired Intakes intakes;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  CarePractice practice;
  TherapistId amara;
  TherapistId ben;
  ClientId mira;

  @BeforeEach
  void open() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    ben = practice.therapist("Ben | taken 0 of 2");
    mira = practice.clientOf(amara, "Mira");
  }

  @Test
  void everythingMovesTogether() {
    practice.appointment(mira, amara, TUESDAY);
    clock.advance(Duration.ofMinutes(5));

    var first = change(mira, Set.of(Scope.QUESTIONNAIRE, Scope.SUMMARY), ben, WEDNESDAY);

    assertThat(first.therapist()).isEqualTo(ben);
    assertThat(first.isBooked()).isTrue();
    assertThat(appointments.listComing(mira))
        .extracting(Appointment::id)
        .containsExactly(first.id());
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(ben);
    assertThat(taken(amara)).isZero();
    assertThat(taken(ben)).isEqualTo(1);
    assertThat(handovers.listFor(mira))
        .singleElement()
        .satisfies(
            handover -> {
              assertThat(handover.parts())
                  .containsExactlyInAnyOrder(Scope.QUESTIONNAIRE, Scope.SUMMARY);
              assertThat(handover.from()).isEqualTo(amara);
              assertThat(handover.to()).isEqualTo(ben);
            });
    assertThat(actions())
        .contains(
            AuditAction.THERAPIST_CHANGED,
            AuditAction.HANDED_OVER,
            AuditAction.ACCESS_CLOSED,
            AuditAction.ACCESS_OPENED);
  }

  @Test
  void theOneBeforeReadsNothingAnyMoreAndTheNextReadsExactlyWhatWasChosen() {
    assertThat(mayRead(amara)).containsExactlyElementsOf(ofARecord());
    clock.advance(Duration.ofMinutes(5));
    change(mira, Set.of(Scope.QUESTIONNAIRE), ben, WEDNESDAY);

    assertThat(mayRead(amara)).isEmpty();
    assertThatThrownBy(() -> access.toRead(practice.signedIn(amara), mira, Scope.QUESTIONNAIRE))
        .hasMessage("not-found");
    assertThat(actions()).contains(AuditAction.REFUSED);

    var before = clock.instant().minusSeconds(60);
    for (var scope : ofARecord()) {
      var evidence = access.toRead(practice.signedIn(ben), mira, scope);
      assertThat(evidence.covers(scope, before))
          .as("what was there before the change, of %s", scope)
          .isEqualTo(scope == Scope.QUESTIONNAIRE);
      assertThat(evidence.covers(scope, clock.instant().plusSeconds(1))).isTrue();
    }
    var read = intakes.findFor(access.toRead(practice.signedIn(ben), mira, Scope.QUESTIONNAIRE));
    assertThat(read.orElseThrow().given().values().get("own-words"))
        .containsExactly("I miss the lighthouse keeper");
  }

  @Test
  void aQuestionnaireThatWasNotHandedOverStaysClosedToTheNext() {
    clock.advance(Duration.ofMinutes(5));
    change(mira, Set.of(Scope.SCORES), ben, WEDNESDAY);

    assertThat(intakes.findFor(access.toRead(practice.signedIn(ben), mira, Scope.QUESTIONNAIRE)))
        .isEmpty();
  }

  @Test
  void ofTwoChangesAtOnceOneWinsAndTheOtherIsToldSo() throws Exception {
    var carla = practice.therapist("Carla | taken 0 of 5");
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, TherapistChange.USUALLY);

    var slugs =
        atOnce(
            () ->
                changes.complete(change.id(), mira, ben, Instant.parse(WEDNESDAY), Modality.VIDEO),
            () ->
                changes.complete(
                    change.id(), mira, carla, Instant.parse(WEDNESDAY), Modality.VIDEO));

    assertThat(slugs).containsExactlyInAnyOrder("ok", "change-already-made");
    assertThat(taken(amara) + taken(ben) + taken(carla)).isEqualTo(1);
    assertThat(episodes.listOpenFor(mira)).hasSize(1);
    assertThat(appointments.listComing(mira)).hasSize(1);
    assertThat(handovers.listFor(mira)).hasSize(1);
  }

  @Test
  void manyWhoWantTheLastPlaceGetItOnceAndKeepTheirTherapistOtherwise() throws Exception {
    var dana = practice.therapist("Dana | taken 4 of 5");
    var clients = new ArrayList<ClientId>();
    var tasks = new ArrayList<Callable<?>>();
    for (var number = 0; number < 4; number++) {
      var client = practice.clientOf(practice.therapist("Old | taken 0 of 3"), "Client");
      clients.add(client);
      var change = changes.begin(client);
      changes.chooseWhatTravels(change.id(), client, Set.of());
      var start = Instant.parse(WEDNESDAY).plus(Duration.ofHours(number));
      tasks.add(() -> changes.complete(change.id(), client, dana, start, Modality.VIDEO));
    }

    var slugs = atOnce(tasks.toArray(Callable[]::new));

    assertThat(slugs)
        .containsOnlyOnce("ok")
        .allMatch(slug -> slug.equals("ok") || slug.equals("therapist-full"));
    assertThat(taken(dana)).isEqualTo(5);
    for (var client : clients) {
      var open = episodes.listOpenFor(client);
      assertThat(open).hasSize(1);
      assertThat(appointments.listComing(client).stream().map(Appointment::therapist))
          .allMatch(open.getFirst().therapist()::equals);
    }
  }

  @Test
  void twoWhoGoOppositeWaysDoNotWaitForEachOther() throws Exception {
    for (var round = 0; round < 5; round++) {
      var one = practice.therapist("One | taken 0 of 3");
      var two = practice.therapist("Two | taken 0 of 3");
      var a = practice.clientOf(one, "A");
      var b = practice.clientOf(two, "B");
      // Each gives up an hour with the one whom the other goes to: two calendars, in two orders.
      practice.appointment(a, one, TUESDAY);
      practice.appointment(b, two, TUESDAY);
      assertThat(
              atOnce(
                  () -> change(a, Set.of(), two, WEDNESDAY),
                  () -> change(b, Set.of(), one, WEDNESDAY)))
          .containsExactly("ok", "ok");
      assertThat(taken(one)).isEqualTo(1);
      assertThat(taken(two)).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeDoneChangesNothing() {
    var change = changes.begin(mira);
    assertRefused(() -> complete(change, ben, WEDNESDAY), "change-unfinished");
    changes.chooseWhatTravels(change.id(), mira, Set.of());

    assertRefused(() -> complete(change, amara, WEDNESDAY), "same-therapist");
    assertRefused(() -> complete(change, ben, "2026-11-25T09:07:00Z"), "slot-not-offered");
    var abroad = practice.therapist("Far | licensed FR");
    assertRefused(() -> complete(change, abroad, WEDNESDAY), "therapist-does-not-fit");
    assertRefused(
        () -> changes.complete(change.id(), mira, ben, Instant.parse(WEDNESDAY), Modality.PHONE),
        "therapist-does-not-fit");
    var other = practice.clientOf(amara, "Other");
    assertRefused(
        () -> changes.complete(change.id(), other, ben, Instant.parse(WEDNESDAY), Modality.VIDEO),
        "not-found");

    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(amara);
    assertThat(appointments.listComing(mira)).isEmpty();
    assertThat(taken(ben)).isZero();

    complete(change, ben, WEDNESDAY);
    assertThat(complete(change, ben, WEDNESDAY).therapist()).as("the same again").isEqualTo(ben);
    assertThat(taken(ben)).isEqualTo(1);
    assertRefused(() -> changes.giveUp(change.id(), mira), "change-already-made");
  }

  @Test
  void theOneBeforeMayAddASummaryOnceWithinSevenDaysWithoutReadingAnything() {
    change(mira, Set.of(Scope.SUMMARY), ben, WEDNESDAY);
    var handover = handovers.listAwaitingSummary(amara).getFirst();
    assertRefused(() -> handovers.addSummary(handover.id(), ben, "not mine"), "not-found");

    handovers.addSummary(handover.id(), amara, "We worked on grief for a year.");

    assertRefused(() -> handovers.addSummary(handover.id(), amara, "once more"), "summary-closed");
    assertThat(handovers.listAwaitingSummary(amara)).isEmpty();
    assertThat(mayRead(amara)).isEmpty();
    var byBen = access.toRead(practice.signedIn(ben), mira, Scope.SUMMARY);
    assertThat(handovers.findSummary(byBen, handover)).contains("We worked on grief for a year.");
    assertThat(handovers.findSummary(Evidence.own(mira), handover)).isPresent();
  }

  @Test
  void aSummaryThatWasNotWantedOrComesTooLateIsNotTaken() {
    change(mira, Set.of(Scope.SUMMARY), ben, WEDNESDAY);
    var late = handovers.listAwaitingSummary(amara).getFirst();
    var jonas = practice.clientOf(amara, "Jonas");
    change(jonas, Set.of(Scope.QUESTIONNAIRE), ben, "2026-11-25T13:00:00Z");
    var unwanted = handovers.listFor(jonas).getFirst();
    assertRefused(() -> handovers.addSummary(unwanted.id(), amara, "text"), "summary-closed");

    clock.advance(Duration.ofDays(7));
    assertRefused(() -> handovers.addSummary(late.id(), amara, "text"), "summary-closed");
  }

  @Test
  void theNextMatchesLeaveOutTheOneBeforeAndTakeInWhatWasMissing() {
    var change = changes.begin(mira);
    changes.sayWhatWasMissing(
        change.id(), mira, new Missing(Set.of(Lack.MORE_LISTENING), "She rarely asked back"));

    assertThat(changes.missing(Evidence.own(mira), change).words())
        .isEqualTo("She rarely asked back");
    assertThat(matches.request(change).leftOut()).containsExactly(amara);
    assertThat(matches.request(change).extraWishes())
        .singleElement()
        .satisfies(wish -> assertThat(wish.value()).isEqualTo("PERSON_CENTRED"));
    assertThat(matches.find(change)).isInstanceOf(MatchResult.Found.class);
    var stored =
        sql.sql("select missing from care_therapist_change where id = ?")
            .param(change.id())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("asked", "LISTENING");
  }

  @Test
  void aTherapistWhoLeavesOrphansNobody() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var clients = new ArrayList<ClientId>();
    for (var number = 0; number < 6; number++) {
      var client = practice.clientOf(eva, "Client");
      practice.appointment(
          client, eva, "2026-11-2" + (4 + number / 3) + "T1" + (1 + number % 3) + ":00:00Z");
      clients.add(client);
    }
    // The deputy is not free at one of these times.
    practice.appointment(mira, amara, "2026-11-24T11:00:00Z");

    clock.advance(Duration.ofMinutes(5));
    therapists.leave(eva, amara, PersonId.random());

    assertThat(episodes.listOpenFor(eva)).isEmpty();
    assertThat(
            appointments.listFor(eva, clock.instant(), clock.instant().plus(Duration.ofDays(90))))
        .isEmpty();
    assertThat(taken(eva)).isZero();
    assertThat(taken(amara)).as("a deputy holds no place").isEqualTo(1);
    var kept = 0;
    for (var client : clients) {
      var open = episodes.findOpen(client).orElseThrow();
      assertThat(open.therapist()).isEqualTo(amara);
      assertThat(open.deputyFor()).contains(eva);
      assertThat(access.mayRead(practice.signedIn(eva), client, Scope.QUESTIONNAIRE)).isFalse();
      assertThat(
              intakes.findFor(access.toRead(practice.signedIn(amara), client, Scope.QUESTIONNAIRE)))
          .as("a deputy reads nothing from before")
          .isEmpty();
      kept += appointments.listComing(client).size();
      assertThat(appointments.listComing(client)).allMatch(it -> it.therapist().equals(amara));
    }
    assertThat(kept).as("five moved to the deputy, one given up with notice").isEqualTo(5);
    for (var client : clients) {
      await()
          .untilAsserted(
              () ->
                  assertThat(mailsTo(client.person()))
                      .as("once when they booked, once now, and nothing that says otherwise")
                      .containsExactlyInAnyOrder(
                          "Your appointment is booked", "Something has changed at Saltwater"));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(mailsTo(amara.person()))
                    .as("one for each hour taken over, and the one of Mira")
                    .containsExactlyElementsOf(
                        java.util.Collections.nCopies(6, "Your appointment is booked")));
    assertThat(bodiesTo(clients.getLast().person()))
        .anyMatch(it -> it.contains("stays where it is"));
    assertThat(
            clients.stream()
                .flatMap(it -> bodiesTo(it.person()).stream())
                .filter(it -> it.contains("can’t take place")))
        .hasSize(1);
    var stays = clients.getLast();
    var change = changes.begin(stays);
    assertThat(change.from()).isEqualTo(eva);
    assertThat(matches.request(change).leftOut()).containsExactly(eva);
    assertThat(changes.listParts(stays))
        .as("who left writes no summary")
        .doesNotContain(Scope.SUMMARY);
    var edge = edges(stays);
    changes.chooseWhatTravels(change.id(), stays, Set.of(Scope.QUESTIONNAIRE, Scope.SUMMARY));
    changes.complete(
        change.id(), stays, amara, Instant.parse("2026-11-26T09:00:00Z"), Modality.VIDEO);
    assertThat(episodes.findOpen(stays).orElseThrow().isDeputy()).isFalse();
    assertThat(taken(amara)).isEqualTo(2);
    assertThat(edges(stays)).as("nothing was closed and opened again").isEqualTo(edge);
    assertThat(intakes.findFor(access.toRead(practice.signedIn(amara), stays, Scope.QUESTIONNAIRE)))
        .as("what was chosen")
        .isPresent();
    assertThat(handovers.listFor(stays).getFirst().parts()).containsExactly(Scope.QUESTIONNAIRE);
    assertThat(appointments.listComing(stays)).as("with the deputy they stay").hasSize(2);
  }

  @Test
  void whoStaysWithTheDeputyNeedsNoNewHour() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    clock.advance(Duration.ofMinutes(5));
    therapists.leave(eva, amara, PersonId.random());
    var change = changes.begin(client);
    assertRefused(() -> changes.stay(change.id(), client), "change-unfinished");
    changes.chooseWhatTravels(change.id(), client, Set.of());

    changes.stay(change.id(), client);
    changes.stay(change.id(), client);

    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(amara);
    assertThat(episodes.findOpen(client).orElseThrow().isDeputy()).isFalse();
    assertThat(taken(amara)).as("Mira and this one").isEqualTo(2);
    assertThat(appointments.listComing(client)).isEmpty();
    assertThat(handovers.listFor(client)).hasSize(1);
    var next = changes.begin(client);
    changes.chooseWhatTravels(next.id(), client, Set.of());
    assertRefused(() -> changes.stay(next.id(), client), "same-therapist");
  }

  @Test
  void aDeputyTakesNoHourWhereTheyMayNotPractiseOrInAWayTheyDoNotMeet() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    practice.appointment(client, eva, TUESDAY);
    var abroad = practice.therapist("Far | licensed FR");

    therapists.leave(eva, abroad, PersonId.random());

    assertThat(appointments.listComing(client)).isEmpty();
    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(abroad);
  }

  @Test
  void whatTheClientKeptFromTheSecondTherapistTheThirdDoesNotGetEither() {
    practice.appointment(mira, amara, TUESDAY);
    clock.advance(Duration.ofDays(2));
    change(mira, Set.of(), ben, "2026-11-26T09:00:00Z");
    var withAmara = clock.instant().minus(Duration.ofHours(1));
    clock.advance(Duration.ofDays(2));
    var withBen = clock.instant().minus(Duration.ofHours(1));
    var carla = practice.therapist("Carla | taken 0 of 5");
    change(mira, Set.of(Scope.MESSAGES, Scope.APPOINTMENTS), carla, "2026-12-02T09:00:00Z");

    for (var scope : List.of(Scope.MESSAGES, Scope.APPOINTMENTS)) {
      var evidence = access.toRead(practice.signedIn(carla), mira, scope);
      assertThat(evidence.covers(scope, withBen)).isTrue();
      assertThat(evidence.covers(scope, withAmara)).isFalse();
    }
  }

  @Test
  void howToReachSomeoneOpensNothingElse() {
    var evidence = access.toReach(practice.signedIn(amara), mira);
    assertThat(evidence.covers(Scope.CONTACT)).isTrue();
    assertRefused(() -> intakes.findFor(evidence), "not-allowed");
    var change = changes.begin(mira);
    for (var part : List.of(Scope.CONTACT, Scope.GOALS)) {
      assertRefused(() -> changes.chooseWhatTravels(change.id(), mira, Set.of(part)), "invalid");
    }
  }

  @Test
  void theLogSaysWhyAccessEnded() {
    change(mira, Set.of(), ben, WEDNESDAY);
    therapists.leave(ben, practice.therapist("Carla | taken 0 of 5"), PersonId.random());
    assertThat(
            audit.listFor(mira, null).records().stream()
                .map(AuditRecord::entry)
                .filter(it -> it.action() == AuditAction.ACCESS_CLOSED)
                .map(it -> it.reason().replaceFirst("\\.by:.*", "")))
        .containsExactlyInAnyOrder("therapist-changed", "therapist-left");
  }

  @Test
  void whenTheDeputyLeavesTooTheNextOneTakesOver() {
    var eva = practice.therapist("Eva | taken 0 of 9");
    var client = practice.clientOf(eva, "Client");
    therapists.leave(eva, amara, PersonId.random());
    therapists.leave(amara, ben, PersonId.random());

    assertThat(episodes.findOpen(client)).map(Episode::therapist).contains(ben);
    assertThat(episodes.findOpen(client).orElseThrow().deputyFor()).contains(eva);
    assertThat(episodes.findOpen(mira)).map(Episode::therapist).contains(ben);
    assertThat(taken(ben)).isZero();
  }

  private Appointment change(ClientId client, Set<Scope> parts, TherapistId to, String start) {
    var change = changes.begin(client);
    changes.chooseWhatTravels(change.id(), client, parts);
    return changes.complete(change.id(), client, to, Instant.parse(start), Modality.VIDEO);
  }

  private Appointment complete(TherapistChange change, TherapistId to, String start) {
    return changes.complete(change.id(), change.client(), to, Instant.parse(start), Modality.VIDEO);
  }

  private int taken(TherapistId therapist) {
    return therapists.get(therapist).taken();
  }

  private List<Scope> mayRead(TherapistId therapist) {
    return java.util.Arrays.stream(Scope.values())
        .filter(scope -> access.mayRead(practice.signedIn(therapist), mira, scope))
        .toList();
  }

  private static List<Scope> ofARecord() {
    return java.util.Arrays.stream(Scope.values()).filter(it -> it != Scope.CONTACT).toList();
  }

  private List<UUID> edges(ClientId client) {
    return sql.sql("select id from care_edge where client = ? and state = 'OPEN'")
        .param(client.value())
        .query(UUID.class)
        .list();
  }

  private List<String> mailsTo(PersonId person) {
    return mails("subject", person);
  }

  private List<String> bodiesTo(PersonId person) {
    return mails("body", person);
  }

  private List<String> mails(String column, PersonId person) {
    return sql.sql("select " + column + " from notifications_mail where recipient = ?")
        .param(practice.get(People.class).get(person).email())
        .query(String.class)
        .list();
  }

  private List<AuditAction> actions() {
    return audit.listFor(mira, null).records().stream().map(it -> it.entry().action()).toList();
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String slug) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(slug);
  }

  private static List<String> atOnce(Callable<?>... tasks) throws Exception {
    try (var threads = Executors.newFixedThreadPool(tasks.length)) {
      var answers = new ArrayList<String>();
      for (var future : java.util.Arrays.stream(tasks).map(threads::submit).toList()) {
        try {
          future.get();
          answers.add("ok");
        } catch (ExecutionException e) {
          answers.add(String.valueOf(e.getCause().getMessage()));
        }
      }
      return answers;
    }
  }
}
