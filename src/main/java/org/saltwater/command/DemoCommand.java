package org.saltwater.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    description = "Runs the platform on this machine with a practice of invented people.",
    mixinStandardHelpOptions = true)
class DemoCommand implements Callable<Integer> {
  private static final int LEAST = 12;
  private static final int MOST = 100_000;

  private final Class<?> platform;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Option(
      names = "--therapists",
      paramLabel = "N",
      description = "How many therapists a new practice has (default: 40; 32000 works).")
  private @Nullable Integer therapists;

  @Option(
      names = "--ahead",
      paramLabel = "P7D",
      defaultValue = "PT0S",
      description =
          "How far its clock goes ahead of yours, to see today what takes days: P7D, or PT2H. Each"
              + " start may go further, none back.")
  private Duration ahead;

  @Spec CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  DemoCommand(Class<?> platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() {
    if (therapists != null && (therapists < LEAST || therapists > MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--therapists takes a number from " + LEAST + " to " + MOST + ".");
    }
    if (ahead.isNegative()) {
      throw new ParameterException(
          spec.commandLine(), "--ahead takes a time to come, such as P7D or PT2H.");
    }
    var server =
        new Server(platform, Mode.DEMO, options.port, options.store.dataFor("demo"), false);
    server.start(
        "--saltwater.demo.therapists=" + (therapists == null ? 0 : therapists),
        "--saltwater.demo.ahead=" + ahead);
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
