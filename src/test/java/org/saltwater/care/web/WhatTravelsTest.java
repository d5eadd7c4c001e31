package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Handovers;
import org.saltwater.care.TherapistChanges;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;
import org.saltwater.vault.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The next therapist reads exactly what was chosen: each part alone, on the page and over the API.
@SaltwaterTest
@Tag("record")
class WhatTravelsTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TherapistChanges changes;
  @Autowired Handovers handovers;
  @Autowired Intakes intakes;
  @Autowired OnCall onCall;
  @Autowired RiskFlags flags;
  @Autowired TestClock clock;

  CarePractice practice;
  TherapistId amara;
  TherapistId ben;
  ClientId mira;

  @BeforeEach
  void aTherapyOfAFewDays() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    ben = practice.therapist("Ben | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    intakes.save(
        mira,
        "phq-4",
        Map.of(
            "gad-7.1", List.of("1"),
            "gad-7.2", List.of("1"),
            "phq-9.1", List.of("2"),
            "phq-9.2", List.of("1")));
    practice.appointment(mira, amara, "2026-11-24T13:00:00Z");
    clock.advance(Duration.ofDays(3));
  }

  @ParameterizedTest
  @EnumSource(
      value = Scope.class,
      names = {"QUESTIONNAIRE", "SCORES", "APPOINTMENTS", "SUMMARY"})
  void eachPartTravelsByItself(Scope part) {
    change(Set.of(part));
    handovers.listAwaitingSummary(amara).stream()
        .filter(it -> it.client().equals(mira))
        .forEach(it -> handovers.addSummary(it.id(), amara, "We worked on grief."));

    var api = "/api/v1/clients/" + mira;
    assertThat(get(api + "/questionnaire", ben.person()).body().contains("lighthouse"))
        .isEqualTo(part == Scope.QUESTIONNAIRE);
    assertThat(get(api + "/scores", ben.person()).body().contains("phq-4"))
        .isEqualTo(part == Scope.SCORES);
    assertThat(get(api + "/appointments", ben.person()).body().contains("2026-11-24T13:00:00Z"))
        .isEqualTo(part == Scope.APPOINTMENTS);
    var page = get("/clients/" + mira, ben.person()).body();
    assertThat(page.contains("lighthouse")).isEqualTo(part == Scope.QUESTIONNAIRE);
    assertThat(page.contains("PHQ-4")).isEqualTo(part == Scope.SCORES);
    assertThat(page.contains("24 November")).isEqualTo(part == Scope.APPOINTMENTS);
    assertThat(page.contains("We worked on grief.")).isEqualTo(part == Scope.SUMMARY);
    assertThat(get(api + "/scores", amara.person()).status()).isEqualTo(404);

    assertThat(get("/api/v1/record/handovers", mira.person()).body())
        .contains("\"parts\":[\"" + part + "\"]", "\"from\":\"" + amara + "\"")
        .satisfies(
            it -> assertThat(it.contains("We worked on grief.")).isEqualTo(part == Scope.SUMMARY));
  }

  @Test
  void anOldChangeIsNotShownAsTheNewOne() {
    var old = change(Set.of());
    assertThat(get("/change-therapist/done?change=" + old, mira.person()).status()).isEqualTo(200);
    assertThat(get("/change-therapist/done", mira.person()).location())
        .endsWith("/change-therapist");
    assertThat(
            get("/change-therapist/done?change=" + old, practice.client("Other").person())
                .location())
        .endsWith("/change-therapist");
  }

  @Test
  void whoIsOnCallFindsTheWayToARecordThatIsClosedToThem() {
    flags.raise(mira, RiskLevel.HIGH, RiskSource.QUESTIONNAIRE);
    var way = "/clients/" + mira + "/on-call";
    assertThat(get("/clients/" + mira, ben.person()))
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(404);
              assertThat(it.body()).doesNotContain(way);
            });
    var now = clock.instant();
    onCall.add(
        ben.person(),
        now,
        now.plus(Duration.ofHours(8)),
        practice.person("Cora", Role.COORDINATOR));

    assertThat(get("/risk-flags", ben.person()).body()).contains(way);
    assertThat(get("/clients/" + mira, ben.person()))
        .satisfies(
            it -> {
              assertThat(it.status()).isEqualTo(404);
              assertThat(it.body()).contains(way).doesNotContain("lighthouse");
            });
    assertThat(get(way, ben.person()).status()).isEqualTo(200);
  }

  @Test
  void aTimeIsKeptOnlyWithSomeoneWhoFits() {
    var abroad = practice.therapist("Far | licensed FR");
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of());
    var answer =
        new Visit(port)
            .call(
                "POST",
                "/change-therapist/with/" + abroad + "/hold",
                "application/x-www-form-urlencoded",
                "start=2026-11-30T09:00:00Z&modality=VIDEO",
                "Authorization",
                practice.bearer(mira));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("can’t take this on");
  }

  @Test
  void bothClocksAreNamedOnTheWay() {
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, Set.of(Scope.SUMMARY));
    assertThat(get("/change-therapist/with/" + ben, mira.person()).body())
        .contains("Europe/Berlin", "/change-therapist/with/" + ben + "/hold");
    assertThat(
            get(
                    "/change-therapist/with/" + ben + "?start=2026-11-30T09:00:00Z&modality=VIDEO",
                    mira.person())
                .body())
        .contains("Europe/Berlin", "but for a short summary")
        .doesNotContain("reads nothing from before.");
  }

  private java.util.UUID change(Set<Scope> parts) {
    var change = changes.begin(mira);
    changes.chooseWhatTravels(change.id(), mira, parts);
    changes.complete(change.id(), mira, ben, Instant.parse("2026-11-30T09:00:00Z"), Modality.VIDEO);
    return change.id();
  }

  private Answer get(String path, PersonId person) {
    return new Visit(port).json("GET", path, "", "Authorization", practice.bearer(person));
  }
}
