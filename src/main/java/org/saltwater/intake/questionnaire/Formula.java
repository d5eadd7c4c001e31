package org.saltwater.intake.questionnaire;

/// What an answer that nobody types is worked out from.
public sealed interface Formula {
  /// Whether it is worked out when its page is saved, and kept, rather than each time it is read.
  default boolean isKept() {
    return false;
  }

  /// How many answers a question has.
  record Count(String question) implements Formula {}

  /// An instrument's total; nothing while it has no score. Or the sum of what was answered of one
  /// part, the least it can be: an item left out closes no page that the others open.
  ///
  /// @param part empty for the total
  record Total(String instrument, String part) implements Formula {}

  /// `true` or `false`: whether anyone was licensed in the place when it was answered. Kept with
  // the
  /// answers: somebody's leaving must not blank what others have finished.
  record Served(String question) implements Formula {
    @Override
    public boolean isKept() {
      return true;
    }
  }
}
