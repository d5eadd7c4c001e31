package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.saltwater.kernel.PrivateFile;
import org.saltwater.kernel.Redacted;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the file of the root key.
final class RootKeyStore {
  /// OWASP's figure for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023).
  private static final int ITERATIONS = 600_000;

  private static final byte[] BOUND_TO = "saltwater root key".getBytes(StandardCharsets.UTF_8);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Optional<Redacted<String>> passphrase;

  RootKeyStore(Path file, Optional<Redacted<String>> passphrase) {
    this.file = file.toAbsolutePath();
    this.passphrase = passphrase;
  }

  /// A keyset under a passphrase.
  ///
  /// @param salt 16 bytes in base64
  record Encrypted(String kdf, int iterations, String salt, String keyset) {}

  boolean isPlainText() {
    return passphrase.isEmpty();
  }

  /// When the file was last replaced.
  FileTime writtenAt() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the root key at " + file, e);
    }
  }

  KeysetHandle read() {
    try {
      requirePrivate();
      var text = Files.readString(file);
      if (passphrase.isEmpty()) {
        return TinkJsonProtoKeysetFormat.parseKeyset(
            text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      }
      var encrypted = JSON.readValue(text, Encrypted.class);
      return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
          encrypted.keyset(),
          derived(passphrase.get(), encrypted.salt(), encrypted.iterations()),
          BOUND_TO,
          RegistryConfiguration.get());
    } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
      throw new RootKeyUnavailable(
          "The root key at "
              + file
              + " does not open. Is it whole, and is the passphrase the one it was made with?");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the root key at " + file, e);
    }
  }

  void write(KeysetHandle keys) {
    try {
      PrivateFile.write(file, text(keys));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the root key at " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(KeysetHandle keys) throws GeneralSecurityException {
    if (passphrase.isEmpty()) {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
    var salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    var saltText = Base64.getEncoder().encodeToString(salt);
    var keyset =
        TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            keys,
            derived(passphrase.get(), saltText, ITERATIONS),
            BOUND_TO,
            RegistryConfiguration.get());
    return JSON.writeValueAsString(
        new Encrypted("PBKDF2WithHmacSHA256", ITERATIONS, saltText, keyset));
  }

  private static Aead derived(Redacted<String> passphrase, String salt, int iterations)
      throws GeneralSecurityException {
    var spec =
        new PBEKeySpec(
            passphrase.value().toCharArray(), Base64.getDecoder().decode(salt), iterations, 256);
    return new AesGcmJce(
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
  }

  private void requirePrivate() throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeIf(permission -> permission.name().startsWith("OWNER_"));
    if (!others.isEmpty()) {
      throw new RootKeyUnavailable(
          "The root key at " + file + " is open to other users: run chmod 600 on it.");
    }
  }
}
