package org.saltwater.intake.questionnaire;

/// What an answer that nobody types is worked out from.
public sealed interface Formula {
  /// How many answers a question has.
  record Count(String question) implements Formula {}

  /// An instrument's total, or the sum of one part of it; nothing while it has no score.
  ///
  /// @param part empty for the total
  record Total(String instrument, String part) implements Formula {}

  /// `true` or `false`: whether anyone is licensed in the place answered.
  record Served(String question) implements Formula {}
}
