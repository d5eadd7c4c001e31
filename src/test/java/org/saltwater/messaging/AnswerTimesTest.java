package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;

/// Conversations as lines: `C 0 T 20` is a client who writes at minute 0 and a therapist who
/// answers at minute 20.
class AnswerTimesTest {
  private final TestClock clock = new TestClock();
  private final Talks talks = Talks.on(TestDatabase.fresh(), clock);
  private final AnswerTimes times = new AnswerTimes(talks.jdbc, clock);
  private Conversation talk = talks.begin();

  @AfterEach
  void end() {
    talks.close();
  }

  @Test
  void theMedianOfTheAnswersIsWhatIsUsual() {
    assertThat(usual("C 0 T 10 C 100 T 130 C 200 T 220 C 300 T 500 C 600 T 615"))
        .contains(Duration.ofMinutes(20));
  }

  @Test
  void theWaitBeginsWithTheFirstUnansweredMessageAndOneAnswerEndsIt() {
    assertThat(usual("C 0 C 5 T 30 T 31 C 100 T 130 T 140 C 200 T 230 C 300 T 330 C 400 T 430"))
        .contains(Duration.ofMinutes(30));
  }

  @Test
  void withFewerThanFiveAnswersNothingIsSaid() {
    assertThat(usual("T 0 T 1 C 2 T 3 C 4 T 5 C 6 T 7 C 8 T 9 C 10")).isEmpty();
  }

  @Test
  void whatIsOlderThanThirtyDaysOrWasSaidInASessionDoesNotCount() {
    assertThat(usual("C 0 T 1 C 2 T 3 C 4 T 5 C 6 T 7 C 8 T 9")).isPresent();
    clock.advance(Duration.ofDays(31));
    assertThat(times.findUsual(talk.therapist())).isEmpty();
    talks.table.setSession(talk.id(), java.util.UUID.randomUUID());
    assertThat(usual("C 0 T 1 C 2 T 3 C 4 T 5 C 6 T 7 C 8 T 9")).isEmpty();
  }

  private Optional<Duration> usual(String lines) {
    var words = Arrays.asList(lines.split(" ", -1));
    Instant start = clock.instant();
    for (var i = 0; i < words.size(); i += 2) {
      clock.set(start.plus(Duration.ofMinutes(Long.parseLong(words.get(i + 1)))));
      var from = words.get(i).equals("C") ? talk.client().person() : talk.therapist().person();
      talks.say(talk, from, "…");
    }
    return times.findUsual(talk.therapist());
  }
}
