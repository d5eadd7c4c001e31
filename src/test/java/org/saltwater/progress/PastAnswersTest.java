package org.saltwater.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.CarePractice;
import org.saltwater.kernel.ClientId;
import org.saltwater.measures.Instruments;
import org.saltwater.safety.RiskFlags;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.vault.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SaltwaterTest
@Tag("progress")
class PastAnswersTest {
  private static final Instant HOUR = Instant.parse("2026-11-24T13:00:00Z");

  @Autowired ApplicationContext context;
  @Autowired Questions questions;
  @Autowired PastAnswers past;
  @Autowired FillingRows rows;
  @Autowired Readings readings;
  @Autowired Instruments instruments;
  @Autowired RiskFlags risks;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;

  @Test
  void whatIsBroughtAlongIsAsIfItHadBeenAnsweredHere() {
    clock.reset();
    var practice = new CarePractice(context);
    var amara = practice.therapist("Amara | taken 0 of 5");
    var mira = practice.clientOf(amara, "Mira");
    var noor = practice.clientOf(amara, "Noor");
    practice.appointment(mira, amara, HOUR.toString());

    questions.save(mira, "gad-7", answers("gad-7", 1));
    questions.finish(mira, "gad-7");
    past.add(noor, List.of(answered("gad-7", answers("gad-7", 1))));

    assertThat(told(noor)).isEqualTo(told(mira)).isNotEmpty();
    assertThat(readings.list(Evidence.own(noor)))
        .isEqualTo(readings.list(Evidence.own(mira)))
        .isNotEmpty();
    assertThat(answersLogged(noor)).isEqualTo(answersLogged(mira)).isEqualTo(1);
  }

  @Test
  void anAnswerThatAsksForAHumanIsNotBroughtAlongInSilence() {
    clock.reset();
    var practice = new CarePractice(context);
    var noor = practice.clientOf(practice.therapist("Amara | taken 0 of 5"), "Noor");
    var asks = new HashMap<>(answers("phq-9", 0));
    asks.put("phq-9.9", 1);
    assertThatThrownBy(() -> past.add(noor, List.of(answered("phq-9", asks))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> past.add(noor, List.of(answered("phq-9", Map.of("phq-9.1", 7)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows.list(Evidence.own(noor))).isEmpty();
    assertThat(risks.listOpenFor(noor)).isEmpty();
  }

  private static PastAnswers.Answered answered(String id, Map<String, Integer> answers) {
    return new PastAnswers.Answered(UUID.randomUUID(), id, answers);
  }

  private Map<String, Integer> answers(String id, int each) {
    var answers = new HashMap<String, Integer>();
    instruments.get(id).items().forEach(item -> answers.put(item.linkId(), each));
    return answers;
  }

  /// Everything of a filling but its id and whose it is.
  private List<String> told(ClientId client) {
    return rows.list(Evidence.own(client)).stream()
        .map(
            it ->
                it.begunAt()
                    + " "
                    + it.savedAt()
                    + " "
                    + it.doneAt()
                    + " "
                    + it.instrument()
                    + " "
                    + it.content().version()
                    + " "
                    + new java.util.TreeMap<>(it.answers().values()))
        .toList();
  }

  private long answersLogged(ClientId client) {
    return audit.listFor(client, null).records().stream()
        .filter(it -> it.toString().contains("progress.answers"))
        .count();
  }
}
