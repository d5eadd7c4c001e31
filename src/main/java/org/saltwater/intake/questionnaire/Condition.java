package org.saltwater.intake.questionnaire;

import java.util.List;

/// When something is asked (FHIR R4 `enableWhen`). Of a question with several answers, one that
/// fits is enough.
public record Condition(String question, Operator operator, String answer) {

  /// FHIR R4's `questionnaire-enable-operator`.
  public enum Operator {
    EXISTS("exists"),
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    LESS("<"),
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// @throws IllegalArgumentException if there is no such operator
    static Operator of(String sign) {
      for (var operator : values()) {
        if (operator.sign.equals(sign)) {
          return operator;
        }
      }
      throw new IllegalArgumentException("no such operator: " + sign);
    }
  }

  /// @param answers the enabled answers to the question
  boolean holds(List<String> answers) {
    return switch (operator) {
      case EXISTS -> answers.isEmpty() != Boolean.parseBoolean(answer);
      case EQUAL -> answers.contains(answer);
      case NOT_EQUAL -> !answers.isEmpty() && !answers.contains(answer);
      case GREATER, LESS, AT_LEAST, AT_MOST -> answers.stream().anyMatch(this::compares);
    };
  }

  private boolean compares(String given) {
    try {
      var order = Long.compare(Long.parseLong(given), Long.parseLong(answer));
      return switch (operator) {
        case GREATER -> order > 0;
        case LESS -> order < 0;
        case AT_LEAST -> order >= 0;
        case AT_MOST -> order <= 0;
        default -> false;
      };
    } catch (NumberFormatException notANumber) {
      // "I would rather not say" is neither more nor less than anything.
      return false;
    }
  }
}
