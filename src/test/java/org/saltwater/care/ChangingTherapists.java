package org.saltwater.care;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Amara, Ben and Mira, who is with Amara: what every change of therapist begins from.
abstract class ChangingTherapists {
  static final String TUESDAY = "2026-11-24T13:00:00Z";
  static final String WEDNESDAY = "2026-11-25T09:00:00Z";
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

  Appointment change(ClientId client, Set<Scope> parts, TherapistId to, String start) {
    var change = changes.begin(client);
    changes.chooseWhatTravels(change.id(), client, parts);
    return changes.complete(change.id(), client, to, Instant.parse(start), Modality.VIDEO);
  }

  Appointment complete(TherapistChange change, TherapistId to, String start) {
    return changes.complete(change.id(), change.client(), to, Instant.parse(start), Modality.VIDEO);
  }

  int taken(TherapistId therapist) {
    return therapists.get(therapist).taken();
  }

  List<Scope> mayRead(TherapistId therapist) {
    return java.util.Arrays.stream(Scope.values())
        .filter(scope -> access.mayRead(practice.signedIn(therapist), mira, scope))
        .toList();
  }

  List<AuditAction> actions() {
    return audit.listFor(mira, null).records().stream().map(it -> it.entry().action()).toList();
  }

  static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String slug) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessage(slug);
  }
}
