package org.saltwater.care.web;

import java.time.Instant;

/// One line of who did what in a client's record, in words.
///
/// @param times how often on that day, one after the other; the newest counts as the moment
/// @param why on what ground, or empty
public record RecordLine(Instant at, String sentence, String why, int times) {
  RecordLine again() {
    return new RecordLine(at, sentence, why, times + 1);
  }
}
