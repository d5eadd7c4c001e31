package org.saltwater.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who reads what of how an hour was.
@SaltwaterTest
@Tag("journey")
class CheckInsTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T13:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-27T09:00:00Z");
  private static final CheckIn SAID =
      new CheckIn(Map.of(Item.FELT_HEARD, 3, Item.SAFE_TO_FEEL, 1), "Canary: too fast", true);

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TherapySessions sessions;
  @Autowired CheckIns checkIns;
  @Autowired Access access;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private TherapistId ben;
  private ClientId mira;
  private AppointmentId hour;

  @BeforeEach
  void meet() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    ben = practice.therapist("Ben | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    hour = practice.appointment(mira, amara, TUESDAY.toString()).id();
    clock.set(TUESDAY);
    sessions.arrive(hour, mira.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(hour, amara.person());
    sessions.end(hour, amara.person());
  }

  @Test
  void whatFeltWrongIsReadByTheTherapistOfThatHourAndNobodyElse() {
    checkIns.save(practice.signedIn(mira), hour, SAID);
    assertThat(read(amara)).containsExactly(Optional.of(SAID));

    var supervisor = practice.person("Sade", Role.SUPERVISOR);
    var guests = practice.get(GuestAccess.class);
    guests.askForSupervision(amara, mira, supervisor);
    guests.agree(
        mira,
        guests.listCurrent(mira).stream()
            .filter(edge -> edge.reader().equals(supervisor))
            .findFirst()
            .orElseThrow()
            .id());
    assertThat(read(practice.signedIn(supervisor))).containsExactly(Optional.of(figures()));

    changeTo(ben, Set.of(Scope.SCORES));
    assertThat(read(ben))
        .as("the figures travelled, the words did not")
        .containsExactly(Optional.of(figures()));
    assertThatThrownBy(() -> read(amara)).isInstanceOf(Refusal.class);
    assertThat(checkIns.findOwn(practice.signedIn(mira), hour).orElseThrow().answers())
        .contains(SAID);
  }

  @Test
  void anHourBeforeTheChangeStaysBehindHoweverLateItIsAnswered() {
    changeTo(ben, Set.of());
    checkIns.save(practice.signedIn(mira), hour, SAID);

    assertThat(read(ben)).isEmpty();
  }

  @Test
  void aTherapistWhoKeepsTheirOwnViewIsNotSaidToHaveReadTheClients() {
    checkIns.save(practice.signedIn(mira), hour, SAID);
    checkIns.save(practice.signedIn(amara), hour, new CheckIn(Map.of(Item.GOALS_AGREED, 2), ""));
    assertThat(lines(AuditAction.READ)).isEmpty();

    checkIns.findOwn(practice.signedIn(amara), hour);
    assertThat(lines(AuditAction.READ)).containsExactly("alliance.check-in");
  }

  @Test
  void whoDoesNotTreatTheClientAnyMoreNeitherAddsToTheRecordNorReadsInIt() {
    changeTo(ben, Set.of());

    assertThatThrownBy(() -> checkIns.save(practice.signedIn(amara), hour, SAID))
        .hasMessage("not-found");
    assertThatThrownBy(() -> checkIns.findOwn(practice.signedIn(amara), hour))
        .hasMessage("not-found");
  }

  @Test
  void theClientsPageShowsTheirTherapistHowTheLastHoursWere() {
    checkIns.save(practice.signedIn(mira), hour, SAID);

    var page =
        new Visit(port)
            .call(
                "GET",
                "/clients/" + mira,
                "text/html",
                "",
                "Authorization",
                practice.bearer(amara));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "How the last hours were for Mira", "I felt heard.", "Mostly", "Canary: too fast");
  }

  private CheckIn figures() {
    return new CheckIn(SAID.ratings(), "");
  }

  private List<Optional<CheckIn>> read(TherapistId therapist) {
    return read(practice.signedIn(therapist));
  }

  private List<Optional<CheckIn>> read(SignedIn reader) {
    return checkIns.listFor(access.toRead(reader, mira, Scope.SCORES), 10).stream()
        .map(SavedCheckIn::answers)
        .toList();
  }

  private List<String> lines(AuditAction action) {
    return audit.listFor(mira, Set.of(action), null, 50).records().stream()
        .map(line -> line.entry().thing())
        .toList();
  }

  private void changeTo(TherapistId next, Set<Scope> travels) {
    clock.set(TUESDAY.plusSeconds(7_200));
    var changes = practice.get(TherapistChanges.class);
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, travels);
    changes.complete(change.id(), mira, next, LATER, Modality.VIDEO);
  }
}
