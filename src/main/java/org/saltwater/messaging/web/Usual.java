package org.saltwater.messaging.web;

import java.time.Duration;

/// A time to answer in round words: always rounded up, so that it disappoints rarely.
///
/// @param key the sentence in the bundle, which takes the count
public record Usual(String key, long count) {
  static Usual of(Duration time) {
    if (time.compareTo(Duration.ofHours(20)) <= 0) {
      return new Usual("messaging.usual.hours", Math.max(1, Math.ceilDiv(time.toMinutes(), 60)));
    }
    return new Usual("messaging.usual.days", Math.ceilDiv(time.toHours(), 24));
  }
}
