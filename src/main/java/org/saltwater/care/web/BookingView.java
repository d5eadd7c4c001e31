package org.saltwater.care.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Slot;
import org.saltwater.site.Page;
import org.saltwater.site.TimeForm;
import org.saltwater.therapists.TherapistProfile;

/// Free times to choose from.
///
/// @param zone the client's
/// @param chosen the time that was asked for, while it is free
/// @param trouble the slug of what went wrong with the last choice, or empty
/// @param laterFrom the first date after those shown, or empty
/// @param moving the appointment that another time is looked for, or null
public record BookingView(
    TherapistProfile therapist,
    ZoneId zone,
    ZoneId therapistZone,
    Modality modality,
    @Nullable Slot chosen,
    String trouble,
    List<Day> days,
    boolean hasEarlier,
    String laterFrom,
    @Nullable Appointment moving) {

  /// @param slots all on one date of the client's clock
  public record Day(List<Slot> slots) {
    public Instant date() {
      return slots.getFirst().start();
    }
  }

  public String path() {
    return moving == null ? "/book/" + therapist.id() : "/appointments/" + moving.id() + "/move";
  }

  public String laterPath() {
    return path() + "?from=" + laterFrom + "&modality=" + modality;
  }

  public String earlierPath() {
    return path() + "?modality=" + modality;
  }

  public List<Modality> modalities() {
    return therapist.modalities().stream().sorted().toList();
  }

  public boolean zonesDiffer() {
    return !zone.equals(therapistZone);
  }

  public String zoneName() {
    return name(zone);
  }

  public String therapistZoneName() {
    return name(therapistZone);
  }

  public String time(Page page, Instant instant) {
    return page.when(instant, TimeForm.TIME, zone);
  }

  public long minutes(Slot slot) {
    return Duration.between(slot.start(), slot.end()).toMinutes();
  }

  static String name(ZoneId zone) {
    return zone.getId().replace('_', ' ');
  }
}
