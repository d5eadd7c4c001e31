package org.saltwater.identity.secondstep;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.saltwater.identity.SecondStepKey;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.PersonId;
import org.springframework.stereotype.Component;

/// Seals the secrets of authenticator apps with a key that lies in the installation's folder,
/// wrapped under its root key: whoever copies the database, or the folder, or both without the root
/// key's passphrase, cannot make codes.
@Component
class SecretKeeper implements KeyWrapping.Wrapped {
  private final SecondStepKey file;
  private final Aead key;

  SecretKeeper(Installation installation, KeyWrapping wrapping) {
    this.file = new SecondStepKey(installation.data(), wrapping);
    try {
      AeadConfig.register();
      if (!file.exists()) {
        file.write(
            serialized(
                KeysetHandle.generateNew(
                    PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())));
      }
      key =
          TinkProtoKeysetFormat.parseKeyset(
                  file.read(), InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of identity can't be used", e);
    }
  }

  static Path fileIn(Path data) {
    return SecondStepKey.fileIn(data);
  }

  byte[] seal(PersonId person, byte[] secret) {
    try {
      return key.encrypt(secret, place(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws IllegalStateException if the bytes were changed, or belong to someone else
  byte[] open(PersonId person, byte[] sealed) {
    try {
      return key.decrypt(sealed, place(person));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed secret does not open", e);
    }
  }

  /// What it seals stays as it is; only the key's wrapping is new.
  @Override
  public void wrapAnew() {
    file.wrapAnew();
  }

  /// Bound to its owner, so that a row copied to another person opens nothing.
  private static byte[] place(PersonId person) {
    return ("identity_totp/" + person).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] serialized(KeysetHandle keys) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        keys, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
  }
}
