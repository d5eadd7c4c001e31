package org.saltwater.command;

import org.saltwater.demo.DemoData;
import org.saltwater.identity.People;
import org.saltwater.kernel.Installation;
import org.saltwater.vault.RootKey;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/// Asked once everything is made and before the first request: a real practice does not run on a
/// demo's footing.
@Component
class ReadyToServe implements SmartInitializingSingleton {
  private final Installation installation;
  private final RootKey rootKey;
  private final DemoData demo;
  private final People people;
  private final Environment settings;

  ReadyToServe(
      Installation installation,
      RootKey rootKey,
      DemoData demo,
      People people,
      Environment settings) {
    this.installation = installation;
    this.rootKey = rootKey;
    this.demo = demo;
    this.people = people;
    this.settings = settings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (installation.isDemo()) {
      refuseIf(
          demo.isOfRealPeople(),
          "This database holds a real practice. Invented people do not go among real ones: choose another"
              + " folder with --data.");
      return;
    }
    refuseIf(
        demo.isHere(),
        "This database holds the demo's invented people. Choose another folder with --data, or another"
            + " SALTWATER_DATABASE_URL.");
    refuseIf(
        rootKey.isPlainText(),
        "The root key lies readable on the disk. Make one under a passphrase with `bin/saltwater keys`,"
            + " or name a key service in SALTWATER_VAULT_ROOTKEY.");
    refuseIf(
        !isSet("saltwater.address"),
        "SALTWATER_ADDRESS is missing: say where people reach this place, such as https://care.example."
            + " Links in mails and passkeys are bound to it.");
    var address = installation.address();
    refuseIf(
        address.getHost() == null
            || (!"https".equals(address.getScheme()) && !"localhost".equals(address.getHost())),
        "SALTWATER_ADDRESS must begin with https://: people's answers travel to it.");
    refuseIf(
        !isSet("spring.mail.host"),
        "There is no mail server: name it in SPRING_MAIL_HOST. Invitations, new passwords and the mails to"
            + " whoever is on call go through it.");
    refuseIf(
        !settings.getProperty("saltwater.rate-limits", Boolean.class, true),
        "The rate limits are off (saltwater.rate-limits). That is for measuring only: without them,"
            + " passwords can be guessed.");
    refuseIf(
        !people.hasOperator() && !isSet("saltwater.first-operator"),
        "Nobody can run this place yet. Set SALTWATER_FIRST_OPERATOR to the e-mail address of whoever will;"
            + " they get an invitation.");
  }

  private boolean isSet(String name) {
    return StringUtils.hasText(settings.getProperty(name));
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw new StartRefused(why);
    }
  }
}
