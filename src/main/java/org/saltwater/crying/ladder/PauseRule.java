package org.saltwater.crying.ladder;

import java.util.List;
import java.util.OptionalInt;

/// When practice pauses by itself: after two episodes with mood lower 90 minutes later than before
/// (CLINICAL.md §4). On average mood is above where it began by then (Gračanin and others,
// Motivation
/// and Emotion 2015; 39: 814–828); where it twice is not, practice should be talked over first.
///
/// The two need not follow each other: the more careful reading of the sentence (decision 0024).
public final class PauseRule {
  public static final int EPISODES = 2;

  private PauseRule() {}

  /// Mood around one episode; empty where nothing was answered.
  public record Course(OptionalInt before, OptionalInt afterNinetyMinutes) {
    boolean isLower() {
      return before.isPresent()
          && afterNinetyMinutes.isPresent()
          && afterNinetyMinutes.getAsInt() < before.getAsInt();
    }

    @Override
    public String toString() {
      return "Course[redacted]";
    }
  }

  /// @param courses of the episodes since the ladder was begun, or gone on with
  public static boolean asksForAPause(List<Course> courses) {
    return courses.stream().filter(Course::isLower).count() >= EPISODES;
  }
}
