package org.saltwater.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.saltwater.audit.AuditLog;
import org.saltwater.audit.AuditReport;
import org.saltwater.database.StoreVisit;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = "The log of who read and changed whose clinical data.",
    synopsisSubcommandLabel = "verify",
    mixinStandardHelpOptions = true)
class AuditCommand implements Runnable {
  @Spec CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  AuditCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "verify",
      description = {
        "Reads the whole log and names every entry that was changed, removed, swapped or cut off.",
        "Works beside a running server, and without one. Exits with 0 if the log is whole, with 1 if not."
      },
      footer = {
        "",
        "  SALTWATER_DATABASE_URL   the practice's database, if it is not the embedded one"
      },
      mixinStandardHelpOptions = true)
  static class Verify implements Callable<Integer> {
    @Mixin private final StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
      var data = store.dataFor("practice");
      var url = store.databaseUrl();
      var report = verify(data, url);
      if (report.isClean()) {
        System.out.println(
            "The audit log in " + data + " is whole: " + report.linked() + " entries.");
        return 0;
      }
      System.out.println("The audit log in " + data + " is not as it was written:");
      report.findings().forEach(finding -> System.out.println("  " + finding.line()));
      if (report.faults() > report.findings().size()) {
        System.out.println("  and " + (report.faults() - report.findings().size()) + " more.");
      }
      return 1;
    }

    private static AuditReport verify(Path data, Optional<String> url) {
      try (var visit = StoreVisit.to(data, url)) {
        var transactions = new JdbcTransactionManager(visit.database());
        var log = AuditLog.on(visit.database(), transactions, Clock.systemUTC(), data);
        if (visit.isAloneHere()) {
          // What a killed server had written but not yet linked is no fault.
          log.link();
        }
        return log.verify();
      } catch (BadSqlGrammarException noTables) {
        throw new StartRefused("The database of " + data + " holds no Saltwater installation.");
      }
    }
  }
}
