package org.saltwater.intake.web;

import org.saltwater.site.FormErrors;

/// Asking for a link by mail.
public record LinkView(String email, boolean sent, FormErrors errors) {
  @Override
  public String toString() {
    return "LinkView[redacted]";
  }
}
