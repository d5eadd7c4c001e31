package org.saltwater.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "bin/saltwater",
    description = "Saltwater, a self-hosted online therapy platform.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
class SaltwaterCommand implements Runnable {
  @Spec CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  SaltwaterCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
