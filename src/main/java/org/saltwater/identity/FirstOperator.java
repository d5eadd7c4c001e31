package org.saltwater.identity;

import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Someone must invite the first coordinator: an installation without any operator mails an
/// invitation to `saltwater.first-operator` when it starts.
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
    if (email.isBlank()
        || people.findByEmail(email).isPresent()
        || !people.listWith(Role.OPERATOR).isEmpty()) {
      return;
    }
    invitations.inviteFirst(email.strip(), installation.practice());
    log.info("An invitation for the first operator is in the mail.");
  }
}
