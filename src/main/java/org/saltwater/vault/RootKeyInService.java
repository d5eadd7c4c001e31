package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClients;
import java.security.GeneralSecurityException;

/// A root key in a key service, named by an address such as `aws-kms://…`. The service's client is
/// a Tink `KmsClient` on the class path. The service rotates its keys by itself.
final class RootKeyInService implements RootKey {
  private final Aead aead;

  private RootKeyInService(Aead aead) {
    this.aead = aead;
  }

  /// @throws RootKeyUnavailable if no client for this address is on the class path, or it refuses
  static RootKeyInService at(String address) {
    try {
      return new RootKeyInService(KmsClients.getAutoLoaded(address).getAead(address));
    } catch (GeneralSecurityException e) {
      throw new RootKeyUnavailable(
          "No key service answers for "
              + address
              + ". Add its Tink client to the class path, and its credentials to the environment.",
          e);
    }
  }

  @Override
  public Aead aead() {
    return aead;
  }

  @Override
  public void rotate() {}

  @Override
  public void retireOld() {}

  @Override
  public boolean reload() {
    return false;
  }

  @Override
  public boolean isPlainText() {
    return false;
  }
}
