package org.saltwater.care.web;

/// Why no time with this therapist can be booked, and the way on.
///
/// @param slug of the refusal
/// @param toChange whether the way on is a change of therapist, rather than other matches
public record BookingNotView(String slug, boolean toChange) {}
