package org.saltwater.kernel;

/// Keeps a module's own key under the installation's root key. `vault` offers it; it stands here so
/// that modules that know nothing of clinical data can use it.
public interface KeyWrapping {
  /// @param purpose what the key is for, such as `identity.second-step`; it opens for nothing else
  byte[] wrap(byte[] key, String purpose);

  /// @throws Gone if it was wrapped under a root key that is there no more
  /// @throws IllegalStateException if it was changed, is for another purpose, or the root key can't
  ///     be asked now
  byte[] unwrap(byte[] wrapped, String purpose);

  /// The root key that wrapped it is not there any more, and this is certain: what it wrapped never
  /// opens again. Nothing less is a reason to give up what lies under it.
  final class Gone extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public Gone(String message) {
      super(message);
    }
  }

  /// A key that lies wrapped. When the root key changes, each is wrapped anew.
  interface Wrapped {
    void wrapAnew();
  }
}
