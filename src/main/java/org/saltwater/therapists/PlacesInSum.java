package org.saltwater.therapists;

/// The places of everyone who has not left.
///
/// @param paused therapists who take nobody new for now
/// @param offered places of those who take new clients
/// @param taken places taken, of all
/// @param free places for new clients now
/// @param full therapists who take new clients and have no place left
public record PlacesInSum(
    long therapists, long paused, long offered, long taken, long free, long full) {}
