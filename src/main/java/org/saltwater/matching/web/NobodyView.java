package org.saltwater.matching.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.saltwater.matching.Waiting;
import org.saltwater.site.FormErrors;

/// Nobody fits: what could be let go of, and the line.
///
/// @param waiting the client's place, if they are in the line
/// @param emailNeeded whether we have no address yet to write to
/// @param email as it was typed
public record NobodyView(
    List<String> relaxations,
    Optional<Waiting> waiting,
    boolean emailNeeded,
    String email,
    FormErrors errors,
    int withinDays) {
  public int position() {
    return waiting.map(Waiting::position).orElse(0);
  }

  public Instant joinedAt() {
    return waiting.map(Waiting::joinedAt).orElse(Instant.EPOCH);
  }
}
