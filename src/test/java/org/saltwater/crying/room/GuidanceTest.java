package org.saltwater.crying.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Episodes;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Notes for the therapist, in the room, when feelings run high.
@SaltwaterTest
@Tag("room")
class GuidanceTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;
  private AppointmentId hour;

  @BeforeEach
  void anHourToCome() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.client("Mira");
  }

  @Test
  void theNotesSayWhatProtectsAndThatMoreTearsAreNotABetterHour() {
    inCare();
    assertThat(page(amara).body())
        .contains(
            "Laughing or joking over pain",
            "It may protect them",
            "more tears are not a better hour",
            "Blume-Marcovici 2013",
            "No clinician has reviewed these notes yet")
        .doesNotContain("heals", "cures");
  }

  @Test
  void aTraumaInTheQuestionnaireIsNotedFromThreeOfFiveOnAndReadingItIsWrittenDown() {
    answerWithYes(3);
    inCare();
    assertThat(page(amara).body()).contains("Noted in the questionnaire");
    assertThat(api(amara)).contains("\"traumaNoted\":true", "\"situation\":\"silence\"");
    assertThat(audit.listFor(mira, Set.of(AuditAction.READ), null, 50).records())
        .extracting(line -> line.entry().actor() + " " + line.entry().thing())
        .containsOnly(amara.person() + " record.scores");
  }

  @Test
  void twoOfFiveAreNotNotedAndNothingSaysThatThereWasNothing() {
    answerWithYes(2);
    inCare();
    assertThat(page(amara).body()).contains("That does not mean that there was nothing");
    assertThat(api(amara)).contains("\"traumaNoted\":false");
  }

  @Test
  void onlyTheTherapistOfTheHourReadsThemAndOnlyWhileTheyTreatTheClient() {
    inCare();
    var ben = practice.therapist("Ben | taken 0 of 5");
    assertThat(page(ben).status()).isEqualTo(404);
    practice.get(Episodes.class).close(mira, amara);
    assertThat(page(amara).status()).isEqualTo(404);
  }

  private void inCare() {
    practice.get(Episodes.class).open(mira, amara);
    hour = practice.appointment(mira, amara, "2026-11-24T13:00:00Z").id();
  }

  private void answerWithYes(int questions) {
    save("trauma", Map.of("pc-ptsd-5.gate", List.of("1")));
    var answers = new HashMap<String, List<String>>();
    IntStream.rangeClosed(1, 5)
        .forEach(each -> answers.put("pc-ptsd-5." + each, List.of(each <= questions ? "1" : "0")));
    save("trauma-more", answers);
  }

  private void save(String page, Map<String, List<String>> answers) {
    practice.get(Intakes.class).save(mira, page, answers);
  }

  private Visit.Answer page(TherapistId reader) {
    return look("", "text/html", reader);
  }

  private String api(TherapistId reader) {
    return look("/api/v1", "application/json", reader).body();
  }

  private Visit.Answer look(String where, String type, TherapistId reader) {
    var path = where + "/sessions/" + hour + "/guidance";
    return new Visit(port).call("GET", path, type, "", "Authorization", practice.bearer(reader));
  }
}
