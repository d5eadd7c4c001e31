package org.saltwater.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// Where the client is right now and how to reach them if the connection breaks or they need help
/// on the spot. Asked anew for each hour (docs: clinical facts, crisis), because a person is not
/// always at home.
public record Arrival(String location, String callBack) {
  private static final int MOST = 200;
  private static final int FEWEST_DIGITS = 5;

  /// @throws Refusal with a field problem for each part that is missing or can't be a telephone
  ///     number
  public Arrival {
    location = location.strip();
    callBack = callBack.strip();
    var problems = new ArrayList<FieldProblem>();
    if (location.isEmpty() || location.length() > MOST) {
      problems.add(new FieldProblem("location", "sessions.field.location"));
    }
    if (callBack.length() > MOST
        || callBack.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
      problems.add(new FieldProblem("callBack", "sessions.field.call-back"));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(GeneralProblem.INVALID, List.copyOf(problems));
    }
  }

  /// The number as it is dialled from anywhere; empty if it does not say its country.
  public Optional<Redacted<String>> dialled() {
    return PhoneNumbers.dialled(callBack);
  }

  @Override
  public String toString() {
    return "Arrival[redacted]";
  }
}
