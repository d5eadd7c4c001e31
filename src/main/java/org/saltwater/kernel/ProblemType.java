package org.saltwater.kernel;

/// A stable name for one way a request can be refused (RFC 9457 `type`). Each module lists its own
/// in an enum; the words a person reads stand in the message bundles under `problem.<slug>.title`
/// and `problem.<slug>.detail`.
public interface ProblemType {
  /// Lower-case words with hyphens, never changed once shipped: the problem's `type` is
  /// `/problems/<slug>`.
  String slug();

  /// The HTTP status, 400 to 599.
  int status();
}
