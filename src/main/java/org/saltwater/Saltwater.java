package org.saltwater;

import org.saltwater.command.CommandLineEntry;
import org.saltwater.command.WiringAhead;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/// The platform: one process, one practice.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Saltwater", sharedModules = "kernel")
public class Saltwater {
  public static void main(String[] arguments) {
    if (WiringAhead.isBeingMade()) {
      WiringAhead.make(Saltwater.class);
      return;
    }
    var code = CommandLineEntry.run(Saltwater.class, arguments);
    if (code != CommandLineEntry.STAYS) {
      System.exit(code);
    }
  }
}
