package org.saltwater.identity.web;

import java.util.List;

/// The recovery codes, shown once.
public record RecoveryCodesView(List<String> codes, String next) {
  @Override
  public String toString() {
    return "RecoveryCodesView[redacted]";
  }
}
