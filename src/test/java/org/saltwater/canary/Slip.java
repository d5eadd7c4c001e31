package org.saltwater.canary;

/// What people and programs get wrong. Each must be answered without repeating to the log what was
/// said.
enum Slip {
  /// Every text is where it belongs; the rest is well formed.
  NONE,
  /// Text where a number, a day or an id belongs.
  WRONG_KIND,
  TOO_LONG,
  /// JSON that ends in the middle of a word.
  BROKEN,
  /// A field that nobody asked for.
  UNKNOWN_FIELD
}
