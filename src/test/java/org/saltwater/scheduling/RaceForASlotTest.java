package org.saltwater.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;

/// Many people at once. What the database forbids can't happen, and who loses is told so clearly.
@Tag("time")
class RaceForASlotTest {
  private final PracticeCalendar practice =
      new PracticeCalendar().offers("Amara", "Tue 09:00-12:00 Europe/Berlin");

  @Test
  void ofAThousandWhoWantOneSlotOneGetsItAndTheOthersAreToldClearly() {
    assertThat(outcomes(1_000, i -> practice.book("client " + i, "Amara", "Tue 09:00")))
        .isEqualTo(Map.of("done", 1L, "slot-taken", 999L));
  }

  @Test
  void theSameHoldsWhenTheSlotIsKeptByAHoldThatHasRunOut() {
    practice.hold("Slow", "Amara", "Tue 09:00");
    practice.clock.advance(Duration.ofMinutes(10));
    assertThat(outcomes(300, i -> practice.book("client " + i, "Amara", "Tue 09:00")))
        .isEqualTo(Map.of("done", 1L, "slot-taken", 299L));
  }

  @Test
  void oneClientWhoSendsARequestAHundredTimesHasOneAppointment() {
    var ben = practice.client("Ben");
    var amara = practice.therapist("Amara");
    var nine = practice.time("Amara", "Tue 09:00");
    var ids = ConcurrentHashMap.newKeySet();
    assertThat(
            outcomes(
                100,
                i ->
                    ids.add(
                        practice
                            .appointments
                            .hold(ben, amara, nine, Modality.VIDEO, "the one request")
                            .id())))
        .isEqualTo(Map.of("done", 100L));
    assertThat(ids).hasSize(1);
  }

  @Test
  void slowPeopleWhoseHoldsRanOutRaceToBookThemAllTheSame() {
    var holds = new ArrayList<Appointment>();
    for (int i = 0; i < 60; i++) {
      holds.add(practice.hold("client " + i, "Amara", "Tue 09:00"));
      practice.clock.advance(Duration.ofMinutes(10));
    }
    assertThat(
            outcomes(
                60,
                i ->
                    practice.appointments.confirm(
                        holds.get(i).id(), practice.client("client " + i))))
        .isEqualTo(Map.of("done", 1L, "slot-taken", 59L));
  }

  @Test
  void twoWhoEachHoldWhatTheOtherWantsComeOneAfterTheOther() {
    practice.offers("Jonas", "Tue 09:00-12:00 Europe/Berlin");
    var both = List.of(practice.therapist("Amara"), practice.therapist("Jonas"));
    var halfway = new CountDownLatch(2);
    assertThat(
            outcomes(
                2,
                i ->
                    practice.transaction.execute(
                        status -> {
                          var mine = practice.client("client " + i);
                          practice.appointments.takeTurns(mine, i == 0 ? both : both.reversed());
                          practice.book("client " + i, i == 0 ? "Amara" : "Jonas", hourOf(i));
                          halfway.countDown();
                          // Until the other has come as far, or stands in line behind this one.
                          await().until(() -> halfway.getCount() == 0 || someoneWaitsForATurn());
                          return practice.book(
                              "client " + i, i == 0 ? "Jonas" : "Amara", hourOf(1 - i));
                        })))
        .isEqualTo(Map.of("done", 1L, "slot-taken", 1L));
  }

  private static String hourOf(int person) {
    return person == 0 ? "Tue 09:00" : "Tue 10:00";
  }

  private boolean someoneWaitsForATurn() {
    return practice
        .jdbc
        .sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void inAnyTumultNobodyMeetsTwoPeopleAtOnceAndNothingBreaks() {
    practice.offers("Jonas", "Tue 09:00-12:00 Europe/Berlin");
    practice.offers("Mei", "Tue 08:30-12:00 Europe/Berlin");
    var held = new ConcurrentLinkedQueue<Appointment>();
    var therapists = List.of("Amara", "Jonas", "Mei");
    for (var name : therapists) {
      practice.therapist(name);
    }
    IntStream.range(0, 15).forEach(i -> practice.client("client " + i));
    var seen =
        outcomes(
            1_500,
            i -> {
              var random = new Random(i);
              var therapist = therapists.get(random.nextInt(3));
              var hour = therapist.equals("Mei") ? 8 + random.nextInt(3) : 9 + random.nextInt(3);
              var time = "Tue %02d:%s".formatted(hour, therapist.equals("Mei") ? "30" : "00");
              switch (random.nextInt(8)) {
                case 0 -> practice.clock.advance(Duration.ofSeconds(90));
                case 1, 2 -> {
                  var it = held.poll();
                  if (it != null) {
                    practice.appointments.confirm(it.id(), it.client());
                    if (random.nextBoolean()) {
                      practice.appointments.cancel(it.id(), it.client().person());
                    }
                  }
                }
                default -> held.add(practice.hold("client " + random.nextInt(15), therapist, time));
              }
              return i;
            });
    assertThat(seen).containsKey("done");
    assertThat(seen.keySet())
        .isSubsetOf(
            "done", "slot-taken", "client-busy", "appointment-cancelled", "slot-not-offered");
    var overlaps =
        practice
            .jdbc
            .sql(
                """
                select count(*) from scheduling_appointment a join scheduling_appointment b
                  on a.id < b.id and (a.client = b.client or a.therapist = b.therapist)
                  and a.starts_at < b.ends_at and b.starts_at < a.ends_at
                where a.state in ('HELD', 'BOOKED') and b.state in ('HELD', 'BOOKED')
                """)
            .query(Long.class)
            .single();
    assertThat(overlaps).isZero();
  }

  /// How each of many attempts at the same moment ended: `done`, a refusal's slug, or the error.
  private Map<String, Long> outcomes(int many, Attempt attempt) {
    var outcomes = new ConcurrentHashMap<String, Long>();
    var start = new CountDownLatch(1);
    IntStream.range(0, many).forEach(i -> practice.client("client " + i));
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, many)
              .mapToObj(
                  i ->
                      people.submit(
                          (Callable<String>)
                              () -> {
                                start.await();
                                return outcome(i, attempt);
                              }))
              .toList();
      start.countDown();
      for (var one : all) {
        outcomes.merge(one.get(), 1L, Long::sum);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return outcomes;
  }

  private static String outcome(int i, Attempt attempt) {
    try {
      attempt.by(i);
      return "done";
    } catch (Refusal refusal) {
      return refusal.type().slug();
    } catch (RuntimeException unexpected) {
      return unexpected.toString();
    }
  }

  private interface Attempt {
    Object by(int person);
  }
}
