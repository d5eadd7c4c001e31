package org.saltwater.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.saltwater.audit.AuditLog;
import org.saltwater.database.StoreVisit;
import org.saltwater.identity.SecondStepKey;
import org.saltwater.kernel.Redacted;
import org.saltwater.vault.RootKeyFile;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "keys",
    description = {
      "Makes the practice's root key, once, before the first `serve`.",
      "`keys rotate` makes a new one later."
    },
    footer = {
      "",
      "The key is kept under the passphrase in SALTWATER_VAULT_PASSPHRASE. Keep a copy of the key and of",
      "the passphrase in two places: without both, nothing that was sealed can ever be read again."
    },
    mixinStandardHelpOptions = true)
class KeysCommand implements Callable<Integer> {
  @Mixin private final StoreOptions store = new StoreOptions();

  @Override
  public Integer call() {
    var file = RootKeyFile.fileIn(store.dataFor("practice"));
    RootKeyFile.make(file, Optional.of(new Redacted<>(passphrase())));
    System.out.println("The root key is at " + file + ". Copy it to a safe place now.");
    return 0;
  }

  @Command(
      name = "rotate",
      description = {
        "Makes a new root key, wraps every client's key with it, and forgets the old one. What is sealed",
        "stays as it is. Run it with the server stopped."
      },
      footer = {
        "",
        "  SALTWATER_VAULT_PASSPHRASE   the passphrase of the root key; it stays the same",
        "  SALTWATER_DATABASE_URL       the practice's database, if it is not the embedded one"
      },
      mixinStandardHelpOptions = true)
  static class Rotate implements Callable<Integer> {
    @Mixin private final StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
      var data = store.dataFor("practice");
      var url = store.databaseUrl();
      var wrapped = rotate(data, url, Optional.of(new Redacted<>(passphrase())));
      System.out.println(
          wrapped
              + " keys are wrapped under a new root key. Copy "
              + RootKeyFile.fileIn(data)
              + " to a safe place now, and keep the copy from before for backups from before.");
      return 0;
    }

    /// Repeating it after an interruption is harmless: the old key is forgotten last of all.
    static int rotate(Path data, Optional<String> url, Optional<Redacted<String>> passphrase) {
      var root = RootKeyFile.open(RootKeyFile.fileIn(data), passphrase);
      try (var visit = StoreVisit.to(data, url)) {
        if (url.isEmpty() && !visit.isAloneHere()) {
          throw new StartRefused("A server is running on " + data + ". Stop it first.");
        }
        var clock = Clock.systemUTC();
        var transactions = new JdbcTransactionManager(visit.database());
        var log = AuditLog.on(visit.database(), transactions, clock, data);
        var vault =
            new Vault(
                JdbcClient.create(visit.database()),
                transactions,
                root,
                log,
                List.of(new SecondStepKey(data, root.wrapping())),
                clock);
        var wrapped = vault.rotateRoot();
        vault.retireOldRoots();
        log.link();
        return wrapped;
      }
    }
  }

  private static String passphrase() {
    var given = System.getenv(Passphrase.VARIABLE);
    if (given == null || given.length() < Passphrase.LEAST) {
      throw new StartRefused(
          "Set "
              + Passphrase.VARIABLE
              + " to a passphrase of at least "
              + Passphrase.LEAST
              + " characters first; it is asked for at every start.");
    }
    return given;
  }
}
