package org.saltwater.care.web;

import java.time.Duration;
import java.time.ZoneId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.site.Page;
import org.saltwater.site.TimeForm;

/// When, with whom and how, the same on each page about one appointment.
///
/// @param zone the client's
/// @param therapistName as clients know them
public record BookingWhen(
    Appointment appointment, String therapistName, ZoneId zone, ZoneId therapistZone) {

  public String when(Page page) {
    return page.when(appointment.start(), TimeForm.FULL, zone);
  }

  public String until(Page page) {
    return page.when(appointment.end(), TimeForm.TIME, zone);
  }

  public boolean zonesDiffer() {
    return !zone.equals(therapistZone);
  }

  public String therapistWhen(Page page) {
    return page.when(appointment.start(), TimeForm.FULL, therapistZone);
  }

  public String zoneName() {
    return BookingView.name(zone);
  }

  public String therapistZoneName() {
    return BookingView.name(therapistZone);
  }

  /// "The room opens at 18:50."
  public String roomOpens(Page page) {
    return page.say(
        "booking.room.opens", page.when(appointment.roomOpensAt(), TimeForm.TIME, zone));
  }

  public String modality(Page page) {
    return page.say("booking.by." + appointment.modality());
  }

  public String way(Page page) {
    return page.say("booking.way." + appointment.modality());
  }

  public long minutes() {
    return Duration.between(appointment.start(), appointment.end()).toMinutes();
  }

  public String path() {
    return "/appointments/" + appointment.id();
  }

  public String roomPath() {
    return "/sessions/" + appointment.id();
  }
}
