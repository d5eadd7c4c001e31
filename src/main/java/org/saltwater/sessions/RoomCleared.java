package org.saltwater.sessions;

import org.saltwater.kernel.AppointmentId;

/// The hour goes on in another way, or does not take place: whoever is in its room by video or
/// phone comes anew or goes.
public record RoomCleared(AppointmentId session) {}
