package org.saltwater.identity;

import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Someone must invite the first coordinator: as long as no operator has chosen a password, each
/// start mails a new invitation to `saltwater.first-operator` and voids the one before. A link that
/// ended, or an address mistyped, is mended by a restart.
@Component
class FirstOperator implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

  private final People people;
  private final Invitations invitations;
  private final Installation installation;
  private final String email;

  FirstOperator(
      People people,
      Invitations invitations,
      Installation installation,
      @Value("${saltwater.first-operator:}") String email) {
    this.people = people;
    this.invitations = invitations;
    this.installation = installation;
    this.email = email;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (email.isBlank() || people.hasOperator()) {
      return;
    }
    if (!People.isEmail(email)) {
      log.error("SALTWATER_FIRST_OPERATOR is not an e-mail address; nobody was invited.");
      return;
    }
    try {
      invitations.inviteFirst(email.strip(), installation.practice());
      log.info("The first operator’s invitation goes out as soon as the mail server takes it.");
    } catch (Refusal taken) {
      log.error(
          "SALTWATER_FIRST_OPERATOR has an account that may not run this place; nobody was invited."
              + " Name another address.");
    }
  }
}
