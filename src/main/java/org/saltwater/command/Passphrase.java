package org.saltwater.command;

/// What we ask of the passphrase around the root key.
final class Passphrase {
  static final String VARIABLE = "SALTWATER_VAULT_PASSPHRASE";

  /// Characters; as for a person's password (NIST SP 800-63B-4, 3.1.1.2).
  static final int LEAST = 15;

  private Passphrase() {}
}
