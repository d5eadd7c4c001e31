package org.saltwater.care.web;

/// One appointment as its client sees it.
///
/// @param news what has just been done: `booked`, `moved` or empty
/// @param hasBegun then it can't be changed any more
/// @param isOver then there is no room to open
public record BookedView(BookingWhen when, String news, boolean hasBegun, boolean isOver) {}
