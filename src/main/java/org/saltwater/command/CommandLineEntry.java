package org.saltwater.command;

import picocli.CommandLine;

/// Reads the arguments and runs what they ask for.
public final class CommandLineEntry {
  /// A server was started and goes on after the command has returned.
  public static final int STAYS = -1;

  private CommandLineEntry() {}

  /// Runs one command.
  ///
  /// @param platform the application class that a server is started from
  /// @return the process's exit code: 0 done, 1 failed, 2 wrong arguments; or [#STAYS]
  public static int run(Class<?> platform, String... arguments) {
    var line = new CommandLine(new SaltwaterCommand());
    line.addSubcommand(new DemoCommand(platform));
    line.addSubcommand(new ServeCommand(platform));
    line.addSubcommand(new JourneyCommand());
    line.addSubcommand(
        new CommandLine(new AuditCommand()).addSubcommand(new AuditCommand.Verify()));
    line.addSubcommand(new RehearseCommand(platform));
    line.addSubcommand(new CommandLine(new KeysCommand()).addSubcommand(new KeysCommand.Rotate()));
    line.addSubcommand(
        new CommandLine(new InstrumentsCommand())
            .addSubcommand(new InstrumentsCommand.Add())
            .addSubcommand(new InstrumentsCommand.ListAll()));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println(Failures.inWords(failure));
          return 1;
        });
    return line.execute(arguments);
  }
}
