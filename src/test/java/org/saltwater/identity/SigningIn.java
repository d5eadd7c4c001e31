package org.saltwater.identity;

import org.junit.jupiter.api.BeforeEach;
import org.saltwater.kernel.Role;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// People who can sign in, and how they do it.
abstract class SigningIn {
  static final String PASSWORD = Robin.PASSWORD;
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired TestClock clock;

  @BeforeEach
  void resetClock() {
    clock.reset();
  }

  Person register(Role role) {
    return Robin.registeredWith(people, role);
  }
}
