package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import org.saltwater.kernel.KeyWrapping;

/// The key at the top: it wraps clients' keys and other modules' keys. A file, or a key service.
public interface RootKey {
  /// Wraps under the newest root key; unwraps what any root key not yet retired has wrapped.
  Aead aead();

  /// Makes a new newest root key. What the old ones wrapped still opens.
  void rotate();

  /// Forgets all root keys but the newest. What they wrapped is lost, unless wrapped anew before.
  void retireOld();

  /// Looks whether the key has been changed where it lies, and takes it from there if so: another
  /// node, or the command line, may have rotated it.
  ///
  /// @return whether there is anything new to try with
  boolean reload();

  /// Whether what wrapped this is certainly not among the root keys any more. A key service is
  // never
  /// certain: it says no for many reasons.
  default boolean hasLost(byte[] wrapped) {
    return false;
  }

  /// Wraps other modules' keys.
  default KeyWrapping wrapping() {
    return new ModuleKeys(this);
  }

  /// Whether the key lies readable on a disk. Good enough for a demo, and for nothing else.
  boolean isPlainText();
}
