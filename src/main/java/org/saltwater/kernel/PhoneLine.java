package org.saltwater.kernel;

/// What the rest of the practice needs to know of its telephone line. It stands here so that what
/// is booked can depend on it without knowing a telephone.
public interface PhoneLine {
  /// Whether the practice has a line at all, however it stands just now.
  boolean isSetUp();

  /// Whether calls can be made now.
  boolean isReady();
}
