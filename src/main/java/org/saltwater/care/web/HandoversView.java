package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Summaries that are still welcome.
public record HandoversView(List<Waiting> waiting) {
  public record Waiting(UUID id, String client, Instant until) {}
}
