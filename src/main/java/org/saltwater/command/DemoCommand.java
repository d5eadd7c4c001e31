package org.saltwater.command;

import java.util.concurrent.Callable;
import org.saltwater.kernel.Installation.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Runs the platform on this machine with a practice of invented people.",
    mixinStandardHelpOptions = true)
class DemoCommand implements Callable<Integer> {
  private final Class<?> platform;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Option(
      names = "--therapists",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "How many therapists the practice has (default: ${DEFAULT-VALUE}; 32000 works).")
  private int therapists;

  DemoCommand(Class<?> platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    var server =
        new Server(platform, Mode.DEMO, options.port, options.store.dataFor("demo"), false);
    server.start("--saltwater.demo.therapists=" + therapists);
    System.out.println("Ready at " + server.address() + " in " + Server.secondsSinceStart() + " s");
    System.out.println(
        "Everyone in this practice is invented. Sign in as any of them at "
            + server.address()
            + "/sign-in");
    System.out.println(
        "Mails it would have sent: " + server.address() + "/demo/mail        Stop: Ctrl-C");
    return CommandLineEntry.STAYS;
  }
}
