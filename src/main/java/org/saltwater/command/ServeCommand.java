package org.saltwater.command;

import java.util.concurrent.Callable;
import org.saltwater.kernel.Installation.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description = {
      "Runs the platform for a real practice.",
      "It refuses to start with a plain-text key, a missing or default secret, or the demo's data."
    },
    footer = {
      "",
      "Settings (environment):",
      "  SALTWATER_ADDRESS           where people reach it, https://...",
      "  SALTWATER_VAULT_PASSPHRASE  opens the root key that `keys` has made",
      "  SALTWATER_PRACTICE          the practice's name",
      "  SALTWATER_DATABASE_URL      postgresql://user:password@host/name (default: the embedded one)",
      "  SPRING_MAIL_HOST, ...       the mail server"
    },
    mixinStandardHelpOptions = true)
class ServeCommand implements Callable<Integer> {
  private final Class<?> platform;

  @Mixin private final ServerOptions options = new ServerOptions();

  ServeCommand(Class<?> platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    var server =
        new Server(platform, Mode.SERVE, options.port, options.store.dataFor("practice"), true);
    server.start();
    System.out.println(
        "Ready on port " + options.port + " in " + Server.secondsSinceStart() + " s");
    return CommandLineEntry.STAYS;
  }
}
