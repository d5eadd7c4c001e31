package org.saltwater.command;

import org.saltwater.demo.DemoData;
import org.saltwater.kernel.Installation;
import org.saltwater.vault.RootKey;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Asked once everything is made and before the first request: a real practice does not run on a
/// demo's footing.
@Component
class ReadyToServe implements SmartInitializingSingleton {
  private final Installation installation;
  private final RootKey rootKey;
  private final DemoData demo;

  ReadyToServe(Installation installation, RootKey rootKey, DemoData demo) {
    this.installation = installation;
    this.rootKey = rootKey;
    this.demo = demo;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (installation.isDemo()) {
      if (demo.isOfRealPeople()) {
        throw new StartRefused(
            "This database holds a real practice. Invented people do not go among real ones: choose another"
                + " folder with --data.");
      }
      return;
    }
    if (demo.isHere()) {
      throw new StartRefused(
          "This database holds the demo's invented people. Choose another folder with --data, or another"
              + " SALTWATER_DATABASE_URL.");
    }
    if (rootKey.isPlainText()) {
      throw new StartRefused(
          "The root key lies readable on the disk. Make one under a passphrase with `bin/saltwater keys`,"
              + " or name a key service in SALTWATER_VAULT_ROOTKEY.");
    }
    var address = installation.address();
    if (!"https".equals(address.getScheme()) && !"localhost".equals(address.getHost())) {
      throw new StartRefused(
          "SALTWATER_ADDRESS must begin with https://: people's answers travel to it.");
    }
  }
}
