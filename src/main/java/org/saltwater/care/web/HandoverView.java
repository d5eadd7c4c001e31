package org.saltwater.care.web;

import java.time.Instant;
import java.util.UUID;
import org.saltwater.site.FormErrors;

/// The form for one summary.
///
/// @param summary what was typed so far
public record HandoverView(
    UUID id, String client, Instant until, String summary, FormErrors errors) {
  @Override
  public String toString() {
    return "HandoverView[redacted]";
  }
}
