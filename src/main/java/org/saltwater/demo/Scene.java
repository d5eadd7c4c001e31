package org.saltwater.demo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.saltwater.demo.Talks.Talk;

/// One thing that happened in the practice's invented past, or was arranged there for days to come.
sealed interface Scene {
  /// When it begins.
  Instant at();

  /// A client fills in the questionnaire.
  ///
  /// @param pages how many pages they answer; [Integer#MAX_VALUE] for all, and finished
  record Questionnaire(Instant at, DemoClient client, int pages) implements Scene {}

  /// The coordinator gets in touch with a client whose answers asked for it.
  record Reached(Instant at, DemoClient client) implements Scene {}

  /// A client makes an account and waits for someone who fits.
  record Waits(Instant at, DemoClient client) implements Scene {}

  /// A client makes an account and books the first hour.
  record FirstBooked(Instant at, DemoClient client, Roster.Entry therapist, Instant start)
      implements Scene {}

  record NextBooked(Instant at, DemoClient client, Roster.Entry therapist, Instant start)
      implements Scene {}

  record Cancelled(Instant at, DemoClient client, Instant start) implements Scene {}

  /// An hour takes place, and both say afterwards how it was.
  ///
  /// @param talk what they write; empty if they speak
  /// @param ruptured whether something felt wrong
  /// @param strain by how many of the client's own deviations its ratings fall
  record Hour(
      Instant at,
      DemoClient client,
      Roster.Entry therapist,
      Instant start,
      Optional<Talk> talk,
      boolean ruptured,
      double strain)
      implements Scene {}

  /// The therapist is there, and the client does not come.
  record Missed(Instant at, DemoClient client, Roster.Entry therapist, Instant start)
      implements Scene {}

  /// A client answers PHQ-9 and GAD-7 before an hour, and maybe says how near their goal is.
  ///
  /// @param answers instrument to item to value
  record Answered(
      Instant at, DemoClient client, Map<String, Map<String, Integer>> answers, OptionalInt goal)
      implements Scene {}

  /// A client puts a goal into their own words.
  record GoalMade(Instant at, DemoClient client) implements Scene {}

  /// A client writes something down for themselves.
  ///
  /// @param number of the entry, from 0
  /// @param brought whether they take it along to the next hour
  record Wrote(Instant at, DemoClient client, int number, boolean brought) implements Scene {}

  /// A client ends the work with their therapist.
  record Ended(Instant at, DemoClient client, Roster.Entry therapist) implements Scene {}

  /// Messages between two hours.
  record Letters(Instant at, DemoClient client, Roster.Entry therapist, Talk talk)
      implements Scene {}

  /// A client changes therapist, chooses what travels, and books the first hour there.
  record Changed(Instant at, DemoClient client, Roster.Entry from, Roster.Entry to, Instant start)
      implements Scene {}

  /// The therapist before adds a few words to what travelled.
  record Summed(Instant at, DemoClient client, Roster.Entry by) implements Scene {}

  /// A therapist asks whether a supervisor may look on, and the client answers or has not yet.
  record Supervised(Instant at, DemoClient client, Roster.Entry therapist, boolean agreed)
      implements Scene {}

  /// A therapist leaves the practice; the deputy is named.
  record Left(Instant at, Roster.Entry therapist, Roster.Entry deputy) implements Scene {}
}
