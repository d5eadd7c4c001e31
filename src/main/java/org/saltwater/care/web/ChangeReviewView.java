package org.saltwater.care.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.Modality;

/// Everything that will happen, before it does.
///
/// @param travels in words, or empty
/// @param before whose access ends; empty if it is the deputy the client stays with
/// @param givenUp appointments with the one before that will be given up
public record ChangeReviewView(
    UUID change,
    String therapist,
    String name,
    String before,
    Instant start,
    ZoneId zone,
    ZoneId therapistZone,
    Modality modality,
    String travels,
    boolean summary,
    List<Instant> givenUp) {
  public boolean zonesDiffer() {
    return !zone.equals(therapistZone);
  }

  public String zoneName() {
    return BookingView.name(zone);
  }

  public String therapistZoneName() {
    return BookingView.name(therapistZone);
  }
}
