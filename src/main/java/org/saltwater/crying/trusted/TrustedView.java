package org.saltwater.crying.trusted;

import java.util.List;
import java.util.UUID;
import org.saltwater.site.FormErrors;

/// A client's links for people they trust.
///
/// @param id of the next one
/// @param link the one just made, shown this once; empty for none
/// @param mailed whether it went by mail
public record TrustedView(
    UUID id,
    String name,
    String email,
    String link,
    boolean mailed,
    List<TrustedLink> links,
    FormErrors errors) {
  @Override
  public String toString() {
    return "TrustedView[redacted]";
  }
}
