package org.saltwater.command;

import java.net.BindException;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.saltwater.database.DatabaseUnavailable;
import org.saltwater.demo.DemoRefused;
import org.saltwater.vault.RootKeyUnavailable;
import org.springframework.boot.web.server.PortInUseException;

/// Says in a line why a command failed.
final class Failures {
  private Failures() {}

  static String inWords(Throwable failure) {
    var causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    for (var cause : causes) {
      if (cause instanceof StartRefused
          || cause instanceof DatabaseUnavailable
          || cause instanceof DemoRefused
          || cause instanceof RootKeyUnavailable) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof FlywayValidateException) {
        return "The database was made by another version of Saltwater, and this one does not know"
            + " its migrations. Start the version that made it, or name another folder with"
            + " --data DIR; a demo's folder can be deleted.";
      }
      if (cause instanceof PortInUseException busy) {
        return "Port "
            + busy.getPort()
            + " is in use by another program. Stop it, or choose another with --port N.";
      }
      if (cause instanceof BindException) {
        return "The port is in use by another program. Stop it, or choose another with --port N.";
      }
    }
    var root = causes.getLast();
    return "Saltwater could not start: "
        + root.getClass().getSimpleName()
        + ": "
        + withoutSecrets(String.valueOf(root.getMessage()));
  }

  /// Libraries repeat an address as they were given it, with the user and password in it.
  static String withoutSecrets(String message) {
    return message
        .replaceAll("//[^/\\s]*@", "//…@")
        .replaceAll("(?i)(password|passphrase|secret|token)=[^&\\s]*", "$1=…");
  }
}
