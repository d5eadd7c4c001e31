package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.saltwater.kernel.Redacted;

/// A root key in a file that only its owner may read, itself encrypted when there is a passphrase.
public final class RootKeyFile implements RootKey {
  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final int PREFIX = 5;

  private final RootKeyStore store;
  private volatile KeysetHandle keys;
  private FileTime readAt;

  private RootKeyFile(RootKeyStore store, KeysetHandle keys, FileTime readAt) {
    this.store = store;
    this.keys = keys;
    this.readAt = readAt;
  }

  /// Where the root key lies unless the settings say otherwise.
  public static Path fileIn(Path data) {
    return data.resolve("keys").resolve("root.json");
  }

  public static boolean exists(Path file) {
    return Files.exists(file);
  }

  /// Makes a new root key.
  ///
  /// @throws RootKeyUnavailable if there is a file already: overwriting it would destroy everything
  public static RootKeyFile make(Path file, Optional<Redacted<String>> passphrase) {
    if (Files.exists(file)) {
      throw new RootKeyUnavailable("There is a root key at " + file + " already.");
    }
    try {
      var store = new RootKeyStore(file, passphrase);
      var keys =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      store.write(keys);
      return new RootKeyFile(store, keys, store.writtenAt());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws RootKeyUnavailable if the file is missing, broken, open to other users of the machine,
  ///     or the passphrase is another
  public static RootKeyFile open(Path file, Optional<Redacted<String>> passphrase) {
    if (!Files.exists(file)) {
      throw new RootKeyUnavailable(
          "There is no root key at " + file + ". Without it, nothing sealed before can be read.");
    }
    var store = new RootKeyStore(file, passphrase);
    var readAt = store.writtenAt();
    return new RootKeyFile(store, store.read(), readAt);
  }

  @Override
  public Aead aead() {
    try {
      return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void rotate() {
    try {
      var next =
          KeysetHandle.newBuilder(keys)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .setConfiguration(RegistryConfiguration.get())
              .build();
      replace(next);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void retireOld() {
    try {
      var builder = KeysetHandle.newBuilder(keys);
      for (var i = builder.size() - 1; i >= 0; i--) {
        if (!builder.getAt(i).isPrimary()) {
          builder.deleteAt(i);
        }
      }
      var next = builder.setConfiguration(RegistryConfiguration.get()).build();
      replace(next);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void replace(KeysetHandle next) {
    store.write(next);
    readAt = store.writtenAt();
    keys = next;
  }

  @Override
  public synchronized boolean reload() {
    try {
      var written = store.writtenAt();
      if (written.equals(readAt)) {
        return false;
      }
      keys = store.read();
      readAt = written;
      return true;
    } catch (RootKeyUnavailable | UncheckedIOException away) {
      // What is known goes on opening what it opened before.
      return false;
    }
  }

  /// Tink writes the id of the key in front of what it encrypts (wire format, “Tink output prefix”:
  /// 0x01, then the id in four bytes, big-endian).
  @Override
  public synchronized boolean hasLost(byte[] wrapped) {
    if (wrapped.length < PREFIX || wrapped[0] != 1 || !isUpToDate()) {
      return false;
    }
    var id = ByteBuffer.wrap(wrapped).getInt(1);
    return IntStream.range(0, keys.size()).noneMatch(at -> keys.getAt(at).getId() == id);
  }

  /// Whether what is known is what lies in the file.
  private boolean isUpToDate() {
    try {
      return store.writtenAt().equals(readAt);
    } catch (UncheckedIOException away) {
      return false;
    }
  }

  @Override
  public boolean isPlainText() {
    return store.isPlainText();
  }

  @Override
  public String toString() {
    return "RootKeyFile[redacted]";
  }
}
