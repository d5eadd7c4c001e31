package org.saltwater.kernel;

/// Keeps a module's own key under the installation's root key. `vault` offers it; it stands here so
/// that modules that know nothing of clinical data can use it.
public interface KeyWrapping {
  /// @param purpose what the key is for, such as `identity.second-step`; it opens for nothing else
  byte[] wrap(byte[] key, String purpose);

  /// @throws IllegalStateException if it was changed, is for another purpose, or was wrapped under
  // a
  ///     root key that is gone
  byte[] unwrap(byte[] wrapped, String purpose);

  /// A key that lies wrapped. When the root key changes, each is wrapped anew.
  interface Wrapped {
    void wrapAnew();
  }
}
