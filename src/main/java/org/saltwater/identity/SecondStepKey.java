package org.saltwater.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.PrivateFile;

/// The file of the key that seals the secrets of authenticator apps, wrapped under the
/// installation's root key. Public for the command that rotates the root key while no server runs.
public final class SecondStepKey implements KeyWrapping.Wrapped {
  private static final String PURPOSE = "identity.second-step";

  private final Path file;
  private final KeyWrapping wrapping;

  public SecondStepKey(Path data, KeyWrapping wrapping) {
    this.file = fileIn(data);
    this.wrapping = wrapping;
  }

  public static Path fileIn(Path data) {
    return data.resolve("keys").resolve("identity.key");
  }

  public boolean exists() {
    return Files.exists(file);
  }

  public byte[] read() {
    try {
      return wrapping.unwrap(Base64.getDecoder().decode(Files.readString(file).strip()), PURPOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of identity can't be read", e);
    }
  }

  public void write(byte[] keyset) {
    try {
      PrivateFile.write(
          file, Base64.getEncoder().encodeToString(wrapping.wrap(keyset, PURPOSE)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the key of identity can't be written", e);
    }
  }

  /// What it seals stays as it is; only its wrapping is new.
  @Override
  public void wrapAnew() {
    if (exists()) {
      write(read());
    }
  }
}
