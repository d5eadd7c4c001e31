package org.saltwater.care.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Slot;
import org.saltwater.site.Page;
import org.saltwater.site.TimeForm;
import org.saltwater.therapists.TherapistProfile;

/// Free times to choose from.
///
/// @param zone the client's
/// @param modalities the ways to meet that can be booked
/// @param chosen the time that was asked for, while it is free
/// @param trouble the slug of what went wrong with the last choice, or empty
/// @param laterFrom the first date after those shown, or empty
/// @param moving the appointment that another time is looked for, or null
/// @param within the way that this page is a step of
public record BookingView(
    TherapistProfile therapist,
    ZoneId zone,
    ZoneId therapistZone,
    List<Modality> modalities,
    Modality modality,
    @Nullable Slot chosen,
    String trouble,
    List<Day> days,
    boolean hasEarlier,
    String laterFrom,
    @Nullable Appointment moving,
    Within within) {

  /// @param slots all on one date of the client's clock
  public record Day(List<Slot> slots) {
    public Instant date() {
      return slots.getFirst().start();
    }
  }

  /// A way that leads over this page.
  ///
  /// @param path where the page is
  /// @param action where the chosen time is sent
  /// @param back where to look if none suits
  /// @param step the step of a change of therapist, or 0
  public record Within(String path, String action, String back, int step) {
    static Within booking(TherapistId therapist) {
      var path = "/book/" + therapist;
      return new Within(path, path, "/matches", 0);
    }

    static Within moving(Appointment appointment) {
      var path = "/appointments/" + appointment.id() + "/move";
      return new Within(path, path, "/appointments", 0);
    }

    static Within change(TherapistId therapist) {
      var path = "/change-therapist/with/" + therapist;
      return new Within(path, path + "/hold", "/change-therapist/matches", 3);
    }
  }

  public boolean isChange() {
    return within.step() > 0;
  }

  public String laterPath() {
    return within.path() + "?from=" + laterFrom + "&modality=" + modality;
  }

  public String earlierPath() {
    return within.path() + "?modality=" + modality;
  }

  /// Whether the therapist names ways to meet that the practice can't hold so far.
  public boolean hasMoreWays() {
    return modalities.size() < therapist.modalities().size();
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
