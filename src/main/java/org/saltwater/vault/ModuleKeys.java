package org.saltwater.vault;

import java.security.GeneralSecurityException;
import org.saltwater.kernel.KeyWrapping;

/// Other modules' keys, wrapped under the root key as clients' keys are.
record ModuleKeys(RootKey root) implements KeyWrapping {
  @Override
  public byte[] wrap(byte[] key, String purpose) {
    try {
      return root.aead().encrypt(key, boundTo(purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot wrap a key", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String purpose) {
    try {
      return root.aead().decrypt(wrapped, boundTo(purpose));
    } catch (GeneralSecurityException e) {
      // Another node, or the command line, may have rotated the root key.
      if (root.reload()) {
        return unwrap(wrapped, purpose);
      }
      if (root.hasLost(wrapped)) {
        throw new Gone("the root key that wrapped the key for " + purpose + " is gone");
      }
      throw new IllegalStateException("the key for " + purpose + " does not open", e);
    }
  }

  private static byte[] boundTo(String purpose) {
    return new BoundTo("module key").and(purpose).bytes();
  }
}
