package org.saltwater.scheduling.web;

import java.time.Instant;
import java.time.ZoneId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.site.Page;
import org.saltwater.site.TimeForm;

/// One appointment as its therapist sees it.
///
/// @param name what the client wants to be called
public record CalendarEntry(Appointment appointment, String name, ZoneId zone, Instant now) {

  public boolean isOver() {
    return appointment.isOverAt(now);
  }

  public boolean isRoomOpen() {
    return appointment.isRoomOpenAt(now);
  }

  /// "The room opens at 18:50."
  public String roomOpens(Page page) {
    return page.say(
        "scheduling.calendar.room.opens",
        page.when(appointment.roomOpensAt(), TimeForm.TIME, zone));
  }

  /// Such as "19:00–19:50".
  public String times(Page page) {
    return page.when(appointment.start(), TimeForm.TIME, zone)
        + "–"
        + page.when(appointment.end(), TimeForm.TIME, zone);
  }

  public String when(Page page) {
    return page.when(appointment.start(), TimeForm.FULL, zone);
  }

  public String modality(Page page) {
    return page.say("scheduling.modality." + appointment.modality().name());
  }

  public String path() {
    return "/calendar/appointments/" + appointment.id();
  }

  public String roomPath() {
    return "/sessions/" + appointment.id();
  }
}
