package org.saltwater.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saltwater.measures.InstrumentPacks;
import org.saltwater.measures.Instruments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "instruments",
    description = "Questionnaires with published scoring: those that come along, and your own.",
    synopsisSubcommandLabel = "add|list",
    mixinStandardHelpOptions = true)
class InstrumentsCommand implements Runnable {
  @Spec CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  InstrumentsCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "add",
      description = {
        "Checks the file of an instrument that your practice has a licence for, and keeps it in the data",
        "folder. The next start uses it. docs/instruments.md says how such a file is written."
      },
      mixinStandardHelpOptions = true)
  static class Add implements Callable<Integer> {
    @Mixin private final StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "The instrument as JSON.")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    Add() {}

    @Override
    public Integer call() {
      if (!Files.isReadable(file)) {
        throw new StartRefused("There is no file " + file + " that can be read. Check the path.");
      }
      try {
        var added = InstrumentPacks.add(store.dataFor("practice"), file);
        System.out.println(
            added.title()
                + " is kept as "
                + added.id()
                + ", version "
                + added.version()
                + ". Restart the server to use it.");
        return 0;
      } catch (InstrumentPacks.Faulty faulty) {
        System.out.println(file + " was not added:");
        faulty.faults().forEach(fault -> System.out.println("  " + fault));
        return 1;
      }
    }
  }

  @Command(
      name = "list",
      description = "Names every instrument, with its licence.",
      mixinStandardHelpOptions = true)
  static class ListAll implements Callable<Integer> {
    @Mixin private final StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
      for (var each : new Instruments(store.dataFor("practice")).list()) {
        System.out.println(
            each.id()
                + "  "
                + each.title()
                + " (version "
                + each.version()
                + ")  "
                + each.licence());
      }
      return 0;
    }
  }
}
