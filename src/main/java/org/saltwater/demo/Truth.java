package org.saltwater.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was put into the demo, as tables to compare its reports with: `truth/` in the data folder.
/// Everyone in it is invented. Days are counted from 1970, in UTC; docs/synthetic.md tells the
// rest.
record Truth(List<String> clients, List<String> answers, List<String> hours, List<String> turns) {
  static Truth of(List<DemoClient> cast, List<Scene> scenes, Instant now) {
    var truth =
        new Truth(
            lines("client,agrees,domain,languages,place"),
            lines("client,day,first,answers"),
            lines("client,day,over,channel,kept"),
            lines("client,day,what"));
    for (var it : cast) {
      truth.clients.add(
          "%d,%s,%s,%s,%s"
              .formatted(
                  it.number(),
                  it.agreesToFigures(),
                  it.domains().getFirst(),
                  String.join(" ", it.languages().stream().sorted().toList()),
                  it.place().code()));
    }
    var booked = new TreeMap<String, String>();
    for (var scene : scenes) {
      truth.tell(scene, booked, now);
    }
    truth.hours.addAll(booked.values());
    return truth;
  }

  private void tell(Scene scene, Map<String, String> booked, Instant now) {
    switch (scene) {
      case Scene.Questionnaire it -> {
        if (it.pages() == Integer.MAX_VALUE) {
          turn(it, it.client(), "asked");
          var first = HowPeopleChange.STATED.answers(it.client(), 0, false);
          answer(it, it.client(), first, true);
        }
      }
      case Scene.Answered it -> answer(it, it.client(), it.answers(), false);
      case Scene.FirstBooked it -> book(booked, it.client(), it.therapist(), it.start(), now);
      case Scene.NextBooked it -> book(booked, it.client(), it.therapist(), it.start(), now);
      case Scene.Changed it -> {
        turn(it, it.client(), "changed");
        book(booked, it.client(), it.to(), it.start(), now);
      }
      case Scene.Hour it -> become(booked, it.client(), it.start(), "HELD");
      case Scene.Missed it -> become(booked, it.client(), it.start(), "MISSED_BY_CLIENT");
      case Scene.Cancelled it -> become(booked, it.client(), it.start(), "CANCELLED");
      case Scene.Ended it -> turn(it, it.client(), "ended");
      case Scene.Reached _,
          Scene.Waits _,
          Scene.GoalMade _,
          Scene.Wrote _,
          Scene.Letters _,
          Scene.Summed _,
          Scene.Supervised _,
          Scene.Left _ -> {}
    }
  }

  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("clients.csv"), clients);
      Files.write(folder.resolve("answers.csv"), answers);
      Files.write(folder.resolve("hours.csv"), hours);
      Files.write(folder.resolve("turns.csv"), turns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn(Scene scene, DemoClient client, String what) {
    turns.add("%d,%d,%s".formatted(client.number(), day(scene.at()), what));
  }

  private void answer(
      Scene scene, DemoClient client, Map<String, Map<String, Integer>> all, boolean first) {
    var items = new TreeMap<String, Integer>();
    all.values().forEach(items::putAll);
    var said = items.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
    answers.add(
        "%d,%d,%s,%s".formatted(client.number(), day(scene.at()), first, String.join(" ", said)));
  }

  private static void book(
      Map<String, String> booked,
      DemoClient client,
      Roster.Entry therapist,
      Instant start,
      Instant now) {
    booked.put(
        key(client, start),
        "%d,%d,%s,%s,"
            .formatted(
                client.number(),
                day(start),
                start.plus(therapist.hours().length()).isBefore(now),
                client.meetsBy(therapist.profile())));
  }

  private static void become(
      Map<String, String> booked, DemoClient client, Instant start, String kept) {
    booked.computeIfPresent(key(client, start), (key, line) -> line + kept);
  }

  private static String key(DemoClient client, Instant start) {
    return "%05d %s".formatted(client.number(), start);
  }

  private static List<String> lines(String head) {
    return new ArrayList<>(List.of(head));
  }

  private static long day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }
}
