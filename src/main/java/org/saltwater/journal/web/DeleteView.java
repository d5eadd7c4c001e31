package org.saltwater.journal.web;

import org.saltwater.journal.Entry;

/// Asks once more before an entry is gone.
public record DeleteView(Entry entry) {
  @Override
  public String toString() {
    return "DeleteView[redacted]";
  }
}
