package org.saltwater.identity.secondstep;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.springframework.stereotype.Component;

/// Seals the secrets of authenticator apps with a key that lies in the installation's folder, not
/// in the database: whoever copies the database cannot make codes.
@Component
class SecretKeeper {
  private final Aead key;

  SecretKeeper(Installation installation) {
    try {
      AeadConfig.register();
      key =
          keyset(installation.data().resolve("keys").resolve("identity.json"))
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of identity can't be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of identity can't be read", e);
    }
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

  /// Bound to its owner, so that a row copied to another person opens nothing.
  private static byte[] place(PersonId person) {
    return ("identity_totp/" + person).getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle keyset(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      make(file);
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    var fresh =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    Files.createDirectories(file.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return;
    }
    Files.writeString(
        file,
        TinkJsonProtoKeysetFormat.serializeKeyset(
            fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
  }
}
