package org.saltwater.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.saltwater.kernel.Redacted;
import org.saltwater.vault.RootKeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "keys",
    description = "Makes the practice's root key, once, before the first `serve`.",
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
