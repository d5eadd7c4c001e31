package org.saltwater.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.measures.Answers;

/// One instrument as a client answered it, or is about to.
///
/// @param doneAt empty until the client said that they were through
record Filling(
    UUID id,
    ClientId client,
    Instant begunAt,
    Instant savedAt,
    Optional<Instant> doneAt,
    Content content) {
  /// For so long it can be gone on with and changed: what one felt in the last two weeks is
  /// answered on one day. Our own choice of figure.
  static final Duration OPEN_FOR = Duration.ofHours(24);

  /// What is sealed.
  record Content(String instrument, String version, Map<String, Integer> answers) {
    @Override
    public String toString() {
      return "Content[redacted]";
    }
  }

  String instrument() {
    return content.instrument();
  }

  Answers answers() {
    return Answers.of(content.answers());
  }

  /// Whether it can still be gone on with.
  boolean isOpenAt(Instant now) {
    return now.isBefore(begunAt.plus(OPEN_FOR));
  }

  boolean isDone() {
    return doneAt.isPresent();
  }

  @Override
  public String toString() {
    return "Filling[" + id + "]";
  }
}
