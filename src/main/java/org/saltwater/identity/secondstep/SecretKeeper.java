package org.saltwater.identity.secondstep;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.PrivateFile;
import org.springframework.stereotype.Component;

/// Seals the secrets of authenticator apps with a key that lies in the installation's folder,
/// wrapped under its root key: whoever copies the database, or the folder, or both without the root
/// key's passphrase, cannot make codes.
@Component
class SecretKeeper implements KeyWrapping.Wrapped {
  private static final String PURPOSE = "identity.second-step";

  private final Path file;
  private final KeyWrapping wrapping;
  private final Aead key;

  SecretKeeper(Installation installation, KeyWrapping wrapping) {
    this.file = fileIn(installation.data());
    this.wrapping = wrapping;
    try {
      AeadConfig.register();
      if (!Files.exists(file)) {
        write(
            serialized(
                KeysetHandle.generateNew(
                    PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())));
      }
      key =
          TinkProtoKeysetFormat.parseKeyset(
                  read(), InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of identity can't be used", e);
    }
  }

  static Path fileIn(Path data) {
    return data.resolve("keys").resolve("identity.key");
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
    write(read());
  }

  /// Bound to its owner, so that a row copied to another person opens nothing.
  private static byte[] place(PersonId person) {
    return ("identity_totp/" + person).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] read() {
    try {
      return wrapping.unwrap(Base64.getDecoder().decode(Files.readString(file).strip()), PURPOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of identity can't be read", e);
    }
  }

  private void write(byte[] keyset) {
    try {
      PrivateFile.write(
          file, Base64.getEncoder().encodeToString(wrapping.wrap(keyset, PURPOSE)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the key of identity can't be written", e);
    }
  }

  private static byte[] serialized(KeysetHandle keys) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        keys, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
  }
}
