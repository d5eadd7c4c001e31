package org.saltwater.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.TestClock;

class PlanTest {
  /// Everyone who plays and all that happens to them, for one size and one moment.
  private record Drawn(Cast cast, List<DemoClient> clients, List<Scene> scenes) {
    static Drawn of(int therapists, Instant now) {
      var names = Names.read();
      var cast = new Cast(names, new Roster(names, Sentences.read()).list(therapists).toList());
      var clients = cast.clients();
      return new Drawn(cast, clients, Plan.of(cast, clients, Talks.read(), now));
    }
  }

  private record Meeting(TherapistId therapist, DemoClient client, Instant start, Duration length) {
    boolean overlaps(Meeting other) {
      return start.isBefore(other.start.plus(other.length))
          && other.start.isBefore(start.plus(length));
    }
  }

  @Test
  void theSameMomentGivesTheSamePast() {
    assertThat(Drawn.of(40, TestClock.START).scenes())
        .isEqualTo(Drawn.of(40, TestClock.START).scenes())
        .hasSizeGreaterThan(1_000);
  }

  /// A demo is started at any hour of the week, and whoever writes to a therapist is with them
  // then.
  @ParameterizedTest
  @ValueSource(ints = {1, 40, 90})
  void whoeverWritesToATherapistIsWithThemAtThatMoment(int therapists) {
    for (var hour = 0; hour < 7 * 24; hour++) {
      var now = TestClock.START.plus(Duration.ofMinutes(52)).plus(Duration.ofHours(hour));
      var with = new HashMap<DemoClient, TherapistId>();
      for (var scene : Drawn.of(therapists, now).scenes()) {
        switch (scene) {
          case Scene.FirstBooked it -> with.put(it.client(), it.therapist().profile().id());
          case Scene.Changed it -> with.put(it.client(), it.to().profile().id());
          case Scene.Left it -> with.values().removeIf(it.therapist().profile().id()::equals);
          case Scene.Letters it ->
              assertThat(with.get(it.client()))
                  .as("%s, of a demo begun %s", it.at(), now)
                  .isEqualTo(it.therapist().profile().id());
          default -> {}
        }
      }
    }
  }

  @Test
  void everyStageIsThere() {
    var stages =
        Drawn.of(40, TestClock.START).clients().stream()
            .collect(Collectors.groupingBy(DemoClient::stage, Collectors.counting()));
    assertThat(stages).containsOnlyKeys(Stage.values());
    assertThat(stages.values()).allMatch(count -> count >= 5);
    var former = stages.get(Stage.FINISHED) + stages.get(Stage.STOPPED);
    assertThat(stages.values().stream().mapToLong(count -> count).sum() - former).isEqualTo(150);
    assertThat(former).isBetween(30L, 40L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 40, 100})
  void nobodyHasMoreClientsThanPlacesOrTwoHoursAtATime(int therapists) {
    for (var now : List.of(TestClock.START, Instant.parse("2026-04-03T23:59:30Z"))) {
      var drawn = Drawn.of(therapists, now);
      var byTherapist = new HashMap<TherapistId, List<Meeting>>();
      meetings(drawn)
          .forEach(
              it -> byTherapist.computeIfAbsent(it.therapist(), id -> new ArrayList<>()).add(it));
      byTherapist.values().forEach(PlanTest::assertApart);
      assertCapacityKept(drawn);
    }
  }

  @Test
  void everyoneMeetsSomeoneWhoMayAndCanTreatThem() {
    for (var client : Drawn.of(40, TestClock.START).clients()) {
      var with = new ArrayList<Roster.Entry>();
      client.therapist().ifPresent(with::add);
      client.next().ifPresent(with::add);
      for (var therapist : with) {
        assertThat(therapist.profile().isLicensedFor(client.place())).isTrue();
        assertThat(therapist.profile().modalities()).contains(client.modality());
        assertThat(therapist.profile().languages()).containsAnyElementsOf(client.languages());
      }
      assertThat(with).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyHourLiesInTheTherapistsHours() {
    var drawn = Drawn.of(40, TestClock.START);
    for (var scene : drawn.scenes()) {
      if (scene instanceof Scene.FirstBooked booked) {
        assertThat(booked.therapist().hours().offers(booked.start())).isTrue();
        assertThat(booked.start()).isAfter(booked.at());
      }
      if (scene instanceof Scene.NextBooked booked) {
        assertThat(booked.therapist().hours().offers(booked.start())).isTrue();
      }
      assertThat(scene.at()).isBefore(TestClock.START);
    }
  }

  @Test
  void namesAreOfManyKindsAndAddressesBelongToNobody() {
    var drawn = Drawn.of(40, TestClock.START);
    var emails = new HashSet<String>();
    for (var client : drawn.clients()) {
      assertThat(emails.add(client.person().email())).isTrue();
      assertThat(client.person().email()).matches("[a-z.]+\\.c\\d+@example\\.org");
    }
    var names = drawn.clients().stream().map(DemoClient::name).collect(Collectors.toSet());
    assertThat(names).hasSizeGreaterThan(140);
    assertThat(names).anyMatch(name -> name.length() > 28).anyMatch(name -> name.length() < 10);
  }

  private static List<Meeting> meetings(Drawn drawn) {
    var cancelled =
        drawn.scenes().stream()
            .filter(Scene.Cancelled.class::isInstance)
            .map(
                scene ->
                    ((Scene.Cancelled) scene).start() + ((Scene.Cancelled) scene).client().name())
            .collect(Collectors.toSet());
    var meetings = new ArrayList<Meeting>();
    for (var scene : drawn.scenes()) {
      switch (scene) {
        case Scene.FirstBooked it -> meetings.add(meeting(it.therapist(), it.client(), it.start()));
        case Scene.NextBooked it -> meetings.add(meeting(it.therapist(), it.client(), it.start()));
        case Scene.Changed it -> meetings.add(meeting(it.to(), it.client(), it.start()));
        default -> {}
      }
    }
    meetings.removeIf(it -> cancelled.contains(it.start() + it.client().name()));
    return meetings;
  }

  private static Meeting meeting(Roster.Entry therapist, DemoClient client, Instant start) {
    return new Meeting(therapist.profile().id(), client, start, therapist.hours().length());
  }

  private static void assertApart(List<Meeting> meetings) {
    for (int i = 0; i < meetings.size(); i++) {
      for (int j = i + 1; j < meetings.size(); j++) {
        assertThat(meetings.get(i).overlaps(meetings.get(j)))
            .as("%s and %s", meetings.get(i), meetings.get(j))
            .isFalse();
      }
    }
  }

  private static void assertCapacityKept(Drawn drawn) {
    Map<TherapistId, Set<DemoClient>> clients = new HashMap<>();
    for (var client : drawn.clients()) {
      client
          .next()
          .or(client::therapist)
          .ifPresent(
              it -> {
                var theirs = clients.computeIfAbsent(it.profile().id(), id -> new HashSet<>());
                theirs.add(client);
                assertThat(theirs).hasSizeLessThanOrEqualTo(it.profile().capacity());
              });
    }
  }
}
