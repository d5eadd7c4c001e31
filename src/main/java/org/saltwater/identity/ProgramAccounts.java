package org.saltwater.identity;

import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts that a program signs in to, with a second step from the beginning: nobody has to scan a
/// picture first.
@Component
public class ProgramAccounts {
  private final People people;
  private final SecondSteps secondSteps;

  ProgramAccounts(People people, SecondSteps secondSteps) {
    this.people = people;
    this.secondSteps = secondSteps;
  }

  /// @return the secret to make codes from, in base 32; told this once
  /// @throws Refusal as [People#register] does
  @Transactional
  public Redacted<String> register(NewPerson form) {
    return secondSteps.setUpAtOnce(people.register(form));
  }
}
