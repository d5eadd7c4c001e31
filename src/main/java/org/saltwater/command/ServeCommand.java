package org.saltwater.command;

import java.util.concurrent.Callable;
import org.saltwater.kernel.Installation.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description = {
      "Runs the platform for a real practice.",
      "It refuses to start with a plain-text key, without an address, a mail server or an operator, without",
      "rate limits, or on the demo's data."
    },
    footer = {
      "",
      "Settings (environment):",
      "  SALTWATER_ADDRESS           where people reach it, https://...",
      "  SALTWATER_VAULT_PASSPHRASE  opens the root key that `keys` has made",
      "  SALTWATER_VAULT_ROOTKEY     another file for the root key, or a key service's address",
      "  SALTWATER_FIRST_OPERATOR    the e-mail address of whoever will run this place: gets an invitation at",
      "                              each start until someone has accepted one",
      "  SPRING_MAIL_HOST, ...       the mail server (_PORT, _USERNAME, _PASSWORD)",
      "  SALTWATER_MAIL_FROM         whom its mails come from (default: no-reply@ the address)",
      "  SALTWATER_PROXIES           whose X-Forwarded-For is believed: addresses or CIDR ranges, with commas",
      "                              between (default: this machine)",
      "  SALTWATER_PRACTICE          the practice's name",
      "  SALTWATER_DATABASE_URL      postgresql://user:password@host/name (default: the embedded one)",
      "  SALTWATER_TURN_URLS, _SECRET  a coturn for video through narrow networks",
      "  SALTWATER_TURN_RELAYONLY    true: all video goes through it, so nobody learns the other's address",
      "  SALTWATER_PASSWORDS_BREACHED  a file of breached passwords to refuse, one a line"
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
