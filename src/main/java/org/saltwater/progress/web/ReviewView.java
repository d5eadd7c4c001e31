package org.saltwater.progress.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.saltwater.progress.Review;
import org.saltwater.progress.Review.Prompt;
import org.saltwater.progress.Sign;
import org.saltwater.progress.Signs;

/// What is worth reviewing together, and what was looked at.
///
/// @param before the newest first; none for the client
/// @param mayKeep whether the reader is the client's therapist
public record ReviewView(List<Sign> signs, List<Review> before, boolean mayKeep, Typed typed) {
  /// What stands in the form.
  public record Typed(Set<Prompt> looked, String note) {
    public static final Typed NOTHING = new Typed(Set.of(), "");

    @Override
    public String toString() {
      return "Typed[redacted]";
    }
  }

  public List<Prompt> prompts() {
    return List.of(Prompt.values());
  }

  /// How many closed courses a comparison with this practice takes.
  public int enough() {
    return Signs.CLOSED_COURSES;
  }

  /// An id of its own for the next review: the form sent twice keeps one.
  public String newId() {
    return UUID.randomUUID().toString();
  }

  @Override
  public String toString() {
    return "ReviewView[redacted]";
  }
}
